import { bases } from "@drydock/engine/bases/index.ts";
import { parentPort, workerData } from "node:worker_threads";
import { grade } from "../../grade.ts";
import { findReportFormat } from "../../reports/index.ts";
import { bringRuntimes } from "../single/bring-runtimes.ts";
import { Cache } from "./cache.ts";
import { doneWith } from "./done.ts";
import { gradeHanded } from "../single/grade-path.ts";
import { loadLesson } from "../lesson/load-lesson.ts";
import type { Job, WorkerSetup } from "./pool.ts";

bringRuntimes();
const { lesson: folder, formats, cache: kept, telling } = workerData as WorkerSetup;
const lesson = loadLesson(folder);
const cache = kept === undefined ? undefined : new Cache(kept, lesson);
const wanted = formats.flatMap((name) => findReportFormat(name) ?? []);

/* Entries are made here, so that the work of writing is shared and only text goes between threads. */
parentPort?.on("message", ({ index, handed }: Job) => {
  void gradeHanded(lesson, handed, { links: false, cache }).then(({ report, trouble }) =>
    parentPort?.postMessage({ index, done: doneWith(report, handed, wanted, telling, trouble) }),
  );
});
// Nobody's time pays for what is loaded and made once, an interpreter above all: the lesson's own solution goes first.
grade(lesson, { id: "", files: lesson.solution }, { bases });
parentPort?.postMessage("ready");
