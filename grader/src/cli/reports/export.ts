import { stringify } from "yaml";
import { visible } from "../../reports/visible.ts";
import { structureTest } from "../../structure-test/structure-test.ts";
import { exit, type ExitStatus } from "../exit-status.ts";
import { loadLesson } from "../lesson/load-lesson.ts";
import { writeAll } from "../output/write-all.ts";

/** `drydock-grade export LESSON`: what a real engine can confirm, on standard output; what it cannot, on standard error. */
export function exportLesson(folder: string): ExitStatus {
  const { rubric } = loadLesson(folder);
  const { config, exported, left } = structureTest(rubric);
  writeAll(1, stringify(config, { lineWidth: 0 }));
  process.stderr.write(`${exported} of ${rubric.criteria.length} criteria exported\n`);
  for (const { criterion, why } of left)
    process.stderr.write(`not exported: ${visible(criterion)}: ${why}\n`);
  return exit.graded;
}
