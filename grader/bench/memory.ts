/** `node grader/bench/memory.ts [SUBMISSIONS...]`: what a class of each size takes, a row each; 1,000, 3,000 and 10,000 unless told. */
import { gradeClass } from "./class.ts";

const THREADS = 2;
const asked = process.argv.slice(2).map(Number);

process.stdout.write(
  "| submissions | most memory | processor time | page of the class |\n| --- | --- | --- | --- |\n",
);
for (const submissions of asked.length > 0 ? asked : [1_000, 3_000, 10_000]) {
  const { megabytes, processorSeconds, megabytesOfHtml } = await gradeClass(submissions, THREADS);
  process.stdout.write(
    `| ${submissions} | ${Math.round(megabytes)} MB | ${processorSeconds} s | ${megabytesOfHtml} MB |\n`,
  );
}
