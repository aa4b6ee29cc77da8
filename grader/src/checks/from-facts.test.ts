import { readFileSync } from "node:fs";
import { bases } from "@drydock/engine/bases/index.ts";
import { expect, test } from "vitest";
import { gradeExample, readCheckExamples } from "../authoring/check-example.ts";
import { checks } from "./index.ts";

const examples = readCheckExamples(
  readFileSync(new URL("../../testing/examples.yaml", import.meta.url), "utf8"),
);

const able = checks.filter(({ fromFacts }) => fromFacts !== undefined).map(({ name }) => name);

test.each(able)("%s comes to the same from its facts as from the submission, whatever is asked", (name) => {
  const check = checks.find((each) => each.name === name);
  const own = examples[name] ?? [];
  let told = 0;
  for (const example of own) {
    const { facts } = gradeExample(name, example, { bases });
    for (const { with: asked = {} } of own) {
      const again = check?.fromFacts?.(facts, asked);
      if (again === undefined) continue;
      told++;
      const { outcome } = gradeExample(name, { ...example, with: asked }, { bases });
      expect(again.outcome, `${JSON.stringify(facts)} under ${JSON.stringify(asked)}`).toBe(outcome);
      expect(again.message).toMatch(/\w.*\.$/);
    }
  }
  expect(told).toBeGreaterThan(0);
});
