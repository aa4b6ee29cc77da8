import { describe, expect, test } from "vitest";
import { buildContext, contextNames } from "./real-life/build-context.ts";
import { knownOutcomes } from "./real-life/known-outcomes.ts";
import { type Outcome, writeOutcomes } from "./real-life/outcome.ts";

const known = new Map(knownOutcomes().map((outcome) => [outcome.name, outcome]));

describe("a Dockerfile in the style of a real one builds, or stops at the gap that is known", () => {
  test.each(contextNames())("%s", (name) => {
    const expected: Outcome = known.get(name) ?? { name, gap: undefined, commands: [] };
    expect(
      writeOutcomes([
        buildContext(
          name,
          expected.commands.map(({ line }) => line),
        ),
      ]),
    ).toBe(writeOutcomes([expected]));
  });

  test("every outcome belongs to one", () => {
    expect([...known.keys()].filter((name) => !contextNames().includes(name))).toEqual([]);
    expect([...known.values()].filter(({ gap }) => gap?.startsWith("FAILS"))).toEqual([]);
  });
});
