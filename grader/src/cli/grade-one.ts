import { existsSync } from "node:fs";
import { findReportFormat } from "../reports/index.ts";
import type { Report } from "../report.ts";
import type { Invocation, Sink } from "./arguments.ts";
import { exit, type ExitStatus, UsageError } from "./exit-status.ts";
import { gradePath } from "./grade-path.ts";
import { loadLesson } from "./load-lesson.ts";
import { writeOne } from "./sinks.ts";

/** Reports where none was asked for: for people on a terminal, for programs elsewhere. */
export function defaultSinks(sinks: readonly Sink[], elsewhere: "json" | "ndjson"): readonly Sink[] {
  const format = findReportFormat(process.stdout.isTTY ? "text" : elsewhere);
  return sinks.length > 0 || !format ? sinks : [{ format, file: undefined }];
}

export const percent = ({ points, scoredMaximum }: Report): number => (scoredMaximum === 0 ? 100 : (points / scoredMaximum) * 100);

/** The exit status that a report asks for by itself. */
export const statusExit = ({ status }: Report): ExitStatus => (status === "error" ? exit.internal : status === "refused" || status === "ungradable" ? exit.notAllGraded : exit.graded);

/** `drydock-grade LESSON SUBMISSION`. */
export async function gradeOne({ lesson, submission, sinks, failUnder }: Extract<Invocation, { command: "grade" }>): Promise<ExitStatus> {
  const loaded = loadLesson(lesson);
  if (!existsSync(submission)) throw new UsageError(`there is no submission ${submission}`);
  const { report, trouble } = await gradePath(loaded, submission);
  if (trouble !== undefined) process.stderr.write(`drydock-grade: ${trouble}\n`);
  if (report.status === "refused") process.stderr.write(`drydock-grade: refused: ${report.notes[0] ?? ""}\n`);
  writeOne(defaultSinks(sinks, "json"), report);
  const status = statusExit(report);
  return status === exit.graded && failUnder !== undefined && percent(report) < failUnder ? exit.underLimit : status;
}
