import fc from "fast-check";
import { expect, test } from "vitest";
import { alignRuns } from "./align-runs.ts";
import type { StepInputs } from "../solve/step-inputs.ts";

const run = (text: string): StepInputs => ({
  text,
  printed: text,
  parent: "",
  below: undefined,
  base: { reference: "", digest: "" },
  operation: text,
  env: [],
  settings: { user: "", workdir: "", shell: "" },
  sources: [],
  failed: false,
});
const align = (before: string[], after: string[]): (string | undefined)[] =>
  alignRuns(before.map(run), after).map((found) => found?.text);

test.each([
  [
    ["RUN a", "RUN b"],
    ["RUN a", "RUN b"],
    ["RUN a", "RUN b"],
  ],
  [
    ["RUN a", "RUN c"],
    ["RUN a", "RUN b", "RUN c"],
    ["RUN a", undefined, "RUN c"],
  ],
  [
    ["RUN a", "RUN b", "RUN c"],
    ["RUN a", "RUN c"],
    ["RUN a", "RUN c"],
  ],
  [
    ["RUN a", "COPY x y", "RUN c"],
    ["RUN a", "COPY x z", "RUN c"],
    ["RUN a", "COPY x y", "RUN c"],
  ],
  [
    ["RUN a", "COPY x y"],
    ["RUN a", "RUN b"],
    ["RUN a", undefined],
  ],
  [
    ["RUN 1", "RUN 2"],
    ["RUN 2", "RUN 1"],
    ["RUN 2", undefined],
  ],
  [[], ["RUN a"], [undefined]],
])("%j before, %j now", (before, after, expected) => {
  expect(align(before, after)).toEqual(expected);
});

/** Length of the longest list of lines that both have in order, by trying all. */
function longest(a: readonly string[], b: readonly string[]): number {
  const [first, ...rest] = a;
  if (first === undefined) return 0;
  const at = b.indexOf(first);
  return Math.max(longest(rest, b), at < 0 ? 0 : 1 + longest(rest, b.slice(at + 1)));
}

test("as many lines as can be find their own run, each run once, in order", () => {
  const lines = fc.array(fc.constantFrom("RUN a", "RUN b", "RUN c", "COPY a b", "WORKDIR /a"), {
    maxLength: 7,
  });
  fc.assert(
    fc.property(lines, lines, (old, now) => {
      const before = old.map(run);
      const found = alignRuns(before, now);
      expect(found).toHaveLength(now.length);
      const places = found.flatMap((one) => (one ? [before.indexOf(one)] : []));
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
      for (const [i, one] of found.entries())
        if (one) expect(one.text.split(" ")[0]).toBe(now[i]?.split(" ")[0]);
      expect(found.filter((one, i) => one?.text === now[i])).toHaveLength(longest(old, now));
    }),
    { numRuns: 500 },
  );
});

test("two Dockerfiles that differ in all of very many lines are paired by kind at their ends", () => {
  const many = (word: string): string[] => Array.from({ length: 600 }, (_, i) => `RUN ${word}${i}`);
  const [old, now] = [
    [...many("a"), "COPY x y"],
    [...many("b"), "COPY x y"],
  ];
  expect(align(old, now)).toEqual(old);
});
