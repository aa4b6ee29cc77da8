import { parentPort, workerData } from "node:worker_threads";
import { findReportFormat } from "../reports/index.ts";
import { gradePath } from "./grade-path.ts";
import { percent, statusExit } from "./verdict-exit.ts";
import { bringRuntimes } from "./bring-runtimes.ts";
import { loadLesson } from "./load-lesson.ts";
import type { Done, Job, WorkerSetup } from "./pool.ts";

bringRuntimes();
const { lesson: folder, formats } = workerData as WorkerSetup;
const lesson = loadLesson(folder);
const wanted = formats.flatMap((name) => findReportFormat(name) ?? []);

/* Entries are made here, so that the work of writing is shared and only text goes between threads. */
parentPort?.on("message", (job: Job) => {
  void gradePath(lesson, job.path, false).then(({ report, trouble }) => {
    const done: Done = {
      index: job.index,
      entries: wanted.map((format) => format.entry(report)),
      status: report.status,
      exit: statusExit(report),
      percent: percent(report),
      trouble,
    };
    parentPort?.postMessage(done);
  });
});
parentPort?.postMessage("ready");
