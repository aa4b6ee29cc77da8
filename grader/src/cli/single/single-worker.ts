import { parentPort, workerData } from "node:worker_threads";
import type { Report } from "../../report.ts";
import { bringRuntimes } from "./bring-runtimes.ts";
import { LessonError } from "../exit-status.ts";
import { gradePath } from "./grade-path.ts";
import { loadLesson } from "../lesson/load-lesson.ts";

export interface SingleSetup {
  readonly lesson: string;
  readonly submission: string;
}
export type SingleMessage =
  | { readonly kind: "started" }
  | { readonly kind: "broken"; readonly lines: readonly string[] }
  | { readonly kind: "graded"; readonly report: Report; readonly trouble?: string | undefined };

const say = (message: SingleMessage): void => parentPort?.postMessage(message);
bringRuntimes();
const { lesson: folder, submission } = workerData as SingleSetup;

try {
  const lesson = loadLesson(folder);
  say({ kind: "started" });
  say({ kind: "graded", ...(await gradePath(lesson, submission)) });
} catch (error) {
  if (!(error instanceof LessonError)) throw error;
  say({ kind: "broken", lines: error.lines });
}
