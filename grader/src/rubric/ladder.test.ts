import { bases } from "@drydock/engine/bases/index.ts";
import { expect, test } from "vitest";
import { readRubric } from "../authoring/read-rubric.ts";
import { grade } from "../grade.ts";
import { ladderFor } from "./ladder.ts";

const hints = {
  "stages = 1": ["one?", "stage", "only"],
  idle: ["idle", "i", "d", "l"],
  else: ["a", "b"],
};
const rubric = (written: unknown): ReturnType<typeof readRubric> =>
  readRubric(
    "rubric.yaml",
    JSON.stringify({
      version: 1,
      criteria: [
        { id: "made", title: "M", points: 1, check: "stages", with: { atLeast: 3 }, hints: written },
      ],
    }),
  );

test("the ladder is chosen by how the criterion failed", () => {
  const read = rubric(hints);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const [made] = read.rubric.criteria;
  if (!made) throw new Error("no criterion");
  expect(ladderFor(made, { stages: 1 })).toEqual(hints["stages = 1"]);
  expect(ladderFor(made, { stages: 2 })).toEqual(hints.else);
  expect(ladderFor(made, { stages: 2, idle: ["x"] })).toEqual(hints.idle);
  for (const nothing of [[], 0, "", null, false])
    expect(ladderFor(made, { idle: nothing }), JSON.stringify(nothing)).toEqual(hints.else);
  expect(ladderFor(made, { constructor: 1 })).toEqual(hints.else);
});

test("the report counts the rungs of the ladder that fits", () => {
  const read = rubric(hints);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const lesson = { id: "l", version: "v", rubric: read.rubric, start: {}, solution: {} };
  const rungs = (dockerfile: string): unknown =>
    grade(
      lesson,
      { id: "a", files: { Dockerfile: dockerfile }, session: { format: 1, hints: { made: 9 } } },
      { bases },
    ).criteria.find(({ id }) => id === "made")?.hint;
  expect(rungs("FROM busybox\n")).toEqual({ next: 3, of: 3 });
  expect(rungs("FROM busybox AS a\nFROM busybox\nCOPY --from=a /etc/passwd /p\n")).toEqual({
    next: 2,
    of: 2,
  });
});

test.each([
  [{ "stages=1": ["a"] }, /else/],
  [{ "sta ges": ["a"], else: [] }, /NAME=VALUE/],
  [{ else: "a" }, /else: expected a list/],
  ["a", /a list of hints, or a map from facts/],
])("%j is told", (written, words) => {
  const read = rubric(written);
  expect("problems" in read && read.problems.map(({ message }) => message).join("\n")).toMatch(words);
});
