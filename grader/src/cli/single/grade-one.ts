import { existsSync, statSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { visible, visibleLines } from "../../reports/visible.ts";
import type { Recipient } from "../../reports/format.ts";
import { type Decisions, settle } from "../../overrides.ts";
import type { Report } from "../../report.ts";
import { exit, type ExitStatus, LessonError, UsageError } from "../exit-status.ts";
import { type Sink, sinksOr } from "../reports/report-options.ts";
import { HEAP_LIMITS } from "../batch/small-heaps.ts";
import type { SingleMessage, SingleSetup } from "./single-worker.ts";
import { limitTime, tookTooLong } from "./time-limit.ts";
import { percent, statusExit } from "./verdict-exit.ts";
import { writeOne } from "../batch/sinks.ts";

/** What the command was told. */
export interface GradeAsked extends SingleSetup {
  readonly sinks: readonly Sink[];
  readonly to: Recipient;
  readonly failUnder: number | undefined;
  /** Milliseconds of the processor. */
  readonly limit: number;
  readonly overrides: string | undefined;
  readonly quiet: boolean;
}

/** `drydock-grade LESSON SUBMISSION`. */
export async function gradeOne({
  lesson,
  submission,
  sinks,
  failUnder,
  to,
  limit,
  overrides,
  quiet,
}: GradeAsked): Promise<ExitStatus> {
  if (!existsSync(lesson) || !statSync(lesson).isDirectory())
    throw new UsageError(`there is no lesson folder ${lesson}`);
  if (!existsSync(submission)) throw new UsageError(`there is no submission ${submission}`);
  const decisions = overrides === undefined ? {} : await decisionsFrom(overrides, lesson);
  const { report: graded, trouble } = await inWorker({ lesson, submission }, limit);
  const report = settle(graded, decisions);
  if (trouble !== undefined) process.stderr.write(`drydock-grade: ${visibleLines(trouble)}\n`);
  if (report.status === "refused" && !quiet)
    process.stderr.write(`drydock-grade: refused: ${visible(report.notes[0] ?? "")}\n`);
  writeOne(sinksOr(sinks, "json"), report, to);
  const status = statusExit(report);
  return status === exit.graded && failUnder !== undefined && percent(report) < failUnder
    ? exit.underLimit
    : status;
}

async function decisionsFrom(file: string, lesson: string): Promise<Decisions> {
  const [{ readOverrides }, { loadLesson }] = await Promise.all([
    import("../reports/read-overrides.ts"),
    import("../lesson/load-lesson.ts"),
  ]);
  return readOverrides(file, loadLesson(lesson));
}

/** In a thread that can be ended: what a learner hands in must never be able to hang the command line. */
function inWorker(
  setup: SingleSetup,
  limit: number,
): Promise<{ readonly report: Report; readonly trouble?: string | undefined }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./single-worker.ts", import.meta.url), {
      workerData: setup,
      resourceLimits: HEAP_LIMITS,
    });
    let unlimit: (() => void) | undefined;
    const end = (settle: () => void): void => {
      unlimit?.();
      worker.removeAllListeners();
      worker.on("error", () => undefined);
      void worker.terminate().then(settle);
    };
    const spoil = (trouble: string): void => end(() => resolve(endless(setup, trouble)));
    worker.on("message", (message: SingleMessage) => {
      if (message.kind === "started") unlimit = limitTime(worker, limit, () => spoil(tookTooLong(limit)));
      else if (message.kind === "broken") end(() => reject(new LessonError(message.lines)));
      else end(() => resolve(message));
    });
    worker.on("error", (error: Error) =>
      unlimit === undefined ? end(() => reject(error)) : spoil(error.message),
    );
  });
}

async function endless(
  { lesson, submission }: SingleSetup,
  trouble: string,
): Promise<{ readonly report: Report; readonly trouble: string }> {
  const [{ loadLesson }, { submissionId }, { endlessReport }] = await Promise.all([
    import("../lesson/load-lesson.ts"),
    import("../handed/handed.ts"),
    import("../../spoiled-report.ts"),
  ]);
  return { report: endlessReport(loadLesson(lesson), submissionId(submission)), trouble };
}
