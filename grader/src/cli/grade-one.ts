import { existsSync, statSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { visible, visibleLines } from "../reports/visible.ts";
import { findReportFormat } from "../reports/index.ts";
import type { Report } from "../report.ts";
import type { Invocation, Sink } from "./arguments.ts";
import { exit, type ExitStatus, LessonError, UsageError } from "./exit-status.ts";
import type { SingleMessage, SingleSetup } from "./single-worker.ts";
import { WALL_CLOCK } from "./wall-clock.ts";
import { percent, statusExit } from "./verdict-exit.ts";
import { writeOne } from "./sinks.ts";

/** Reports where none was asked for: for people on a terminal, for programs elsewhere. */
export function defaultSinks(sinks: readonly Sink[], elsewhere: "json" | "ndjson"): readonly Sink[] {
  const format = findReportFormat(process.stdout.isTTY ? "text" : elsewhere);
  return sinks.length > 0 || !format ? sinks : [{ format, file: undefined }];
}

/** `drydock-grade LESSON SUBMISSION`. */
export async function gradeOne({
  lesson,
  submission,
  sinks,
  failUnder,
}: Extract<Invocation, { command: "grade" }>): Promise<ExitStatus> {
  if (!existsSync(lesson) || !statSync(lesson).isDirectory())
    throw new UsageError(`there is no lesson folder ${lesson}`);
  if (!existsSync(submission)) throw new UsageError(`there is no submission ${submission}`);
  const { report, trouble } = await inWorker({ lesson, submission });
  if (trouble !== undefined) process.stderr.write(`drydock-grade: ${visibleLines(trouble)}\n`);
  if (report.status === "refused")
    process.stderr.write(`drydock-grade: refused: ${visible(report.notes[0] ?? "")}\n`);
  writeOne(defaultSinks(sinks, "json"), report);
  const status = statusExit(report);
  return status === exit.graded && failUnder !== undefined && percent(report) < failUnder
    ? exit.underLimit
    : status;
}

/** In a thread that can be ended: what a learner hands in must never be able to hang the command line. */
function inWorker(
  setup: SingleSetup,
): Promise<{ readonly report: Report; readonly trouble?: string | undefined }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./single-worker.ts", import.meta.url), {
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: 768 },
    });
    let timer: NodeJS.Timeout | undefined;
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.on("error", () => undefined);
      void worker.terminate().then(settle);
    };
    const spoil = (trouble: string): void => end(() => resolve(endless(setup, trouble)));
    worker.on("message", (message: SingleMessage) => {
      if (message.kind === "started")
        timer = setTimeout(() => spoil("it took longer than it may"), WALL_CLOCK);
      else if (message.kind === "broken") end(() => reject(new LessonError(message.lines)));
      else end(() => resolve(message));
    });
    worker.on("error", (error: Error) =>
      timer === undefined ? end(() => reject(error)) : spoil(error.message),
    );
  });
}

async function endless(
  { lesson, submission }: SingleSetup,
  trouble: string,
): Promise<{ readonly report: Report; readonly trouble: string }> {
  const [{ loadLesson }, { submissionId }, { endlessReport }] = await Promise.all([
    import("./load-lesson.ts"),
    import("./handed.ts"),
    import("../spoiled-report.ts"),
  ]);
  return { report: endlessReport(loadLesson(lesson), submissionId(submission)), trouble };
}
