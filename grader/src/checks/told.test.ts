import { readFileSync } from "node:fs";
import { bases } from "@drydock/engine/bases/index.ts";
import { expect, test } from "vitest";
import { gradeExample, readCheckExamples } from "../authoring/check-example.ts";
import type { Verdict } from "../report.ts";

const TESTING = new URL("../../testing/", import.meta.url);
const examples = readCheckExamples(readFileSync(new URL("examples.yaml", TESTING), "utf8"));

/** All that a learner, an instructor and a hint are told of one verdict. */
function told({ outcome, message, because, cause, evidence, facts }: Verdict, number: number): string {
  const place = cause === null ? "" : `, ${cause.file}:${cause.range.start.line}`;
  return [
    `${number}. ${outcome}${place}: ${message}`,
    ...(because === "" ? [] : [`   ${because}`]),
    ...evidence.map((each) => `   ${JSON.stringify(each)}`),
    ...(Object.keys(facts).length === 0 ? [] : [`   ${JSON.stringify(facts)}`]),
  ].join("\n");
}

test.each(Object.keys(examples))("what %s tells of its examples, word for word", async (check) => {
  const verdicts = (examples[check] ?? []).map((example, at) =>
    told(gradeExample(check, example, { bases }), at + 1),
  );
  await expect(`${verdicts.join("\n")}\n`).toMatchFileSnapshot(
    new URL(`told/checks/${check}.txt`, TESTING).pathname,
  );
});
