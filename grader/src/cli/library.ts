import { existsSync } from "node:fs";
import { pythonRuntime } from "@drydock/engine";
import { loadPythonFromDisk } from "@drydock/runtimes/node";
import type { Report } from "../report.ts";
import { UsageError } from "./exit-status.ts";
import { gradePath } from "./single/grade-path.ts";
import { loadLesson } from "./lesson/load-lesson.ts";

export { LessonError } from "./exit-status.ts";
export { DRYDOCK_VERSION as version } from "../drydock-version.ts";
export { readReport } from "../read-report.ts";
export type { Outcome, Report, Status, Verdict } from "../report.ts";

/**
 * Grades one submission, as `drydock-grade LESSON SUBMISSION` does, and gives the very report that it writes.
 *
 * Both are paths. What a submission holds never makes it throw: that is the status `refused` or `error`. It runs in the calling thread; the
 * work is bounded by counted steps, not by the clock. @throws {LessonError} where the lesson is broken, with every problem as a line; @throws {Error}
 * where a path leads nowhere, or where a bundler took this library out of its folder.
 */
export async function grade(lesson: string, submission: string): Promise<Report> {
  if (!existsSync(submission)) throw new UsageError(`there is no submission ${submission}`);
  let lost: unknown;
  pythonRuntime.bringLater(() => {
    try {
      return loadPythonFromDisk();
    } catch (error) {
      lost = error;
      throw error;
    }
  });
  const { report } = await gradePath(loadLesson(lesson), submission);
  if (lost === undefined) return report;
  /* Nothing that was handed in can do this, and every submission that runs Python would end in an error without a word. */
  throw new Error(
    "drydock-grade does not find its own files beside it: leave it out of the bundle (external)",
    {
      cause: lost,
    },
  );
}
