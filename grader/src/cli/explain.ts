import { existsSync } from "node:fs";
import { reportFormats } from "../reports/index.ts";
import { visible } from "../reports/visible.ts";
import { type ExitStatus, UsageError } from "./exit-status.ts";
import { gradePath } from "./grade-path.ts";
import { loadLesson } from "./load-lesson.ts";
import { writeAll } from "./sinks.ts";
import { statusExit } from "./verdict-exit.ts";

/** `drydock-grade explain LESSON SUBMISSION CRITERION`: all that was seen for one criterion. */
export async function explain(folder: string, submission: string, id: string): Promise<ExitStatus> {
  const lesson = loadLesson(folder);
  if (!existsSync(submission)) throw new UsageError(`there is no submission ${submission}`);
  const { report } = await gradePath(lesson, submission);
  const verdict = report.criteria.find((each) => each.id === id);
  if (!verdict) {
    const known = report.criteria.map((each) => each.id);
    if (known.length > 0) throw new UsageError(`no criterion is called ${id}; expected ${known.join(", ")}`);
    writeAll(1, reportFormats.find(({ name }) => name === "text")?.one(report) ?? "");
    return statusExit(report);
  }
  const { cause, evidence, facts } = verdict;
  const lines = [
    `${verdict.title}: ${verdict.outcome}, ${verdict.points} of ${verdict.maximum} points`,
    verdict.message,
    ...(cause ? [`At ${cause.file}:${cause.range.start.line}:${cause.range.start.column}`] : []),
    ...(verdict.because === "" ? [] : [verdict.because]),
    "",
    ...evidence.map(
      ({ kind, text, state, reason }) =>
        `${kind.padEnd(8)} ${(state ?? "").padEnd(8)} ${text}${reason === undefined ? "" : `  (${reason})`}`,
    ),
    ...Object.entries(facts).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
  ];
  writeAll(1, lines.map((line) => `${visible(line)}\n`).join(""));
  return statusExit(report);
}
