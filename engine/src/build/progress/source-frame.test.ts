import { expect, test } from "vitest";
import { sourceFrame } from "./source-frame.ts";

const lines = (from: number, to = from): Parameters<typeof sourceFrame>[2] => ({
  start: { line: from, column: 1 },
  end: { line: to, column: 1 },
});
const frame = (source: string, from: number, to?: number): string[] =>
  sourceFrame("Dockerfile", source, lines(from, to)).split("\n").slice(2, -2);

test("one line has two on either side, as far as the file goes", () => {
  expect(frame("a\nb\nc\nd\ne\nf\ng\n", 4)).toEqual([
    "   2 |     b",
    "   3 |     c",
    "   4 | >>> d",
    "   5 |     e",
    "   6 |     f",
  ]);
  expect(frame("a\nb\nc\nd\ne\nf\n", 6)).toEqual([
    "   4 |     d",
    "   5 |     e",
    "   6 | >>> f",
    "   7 |     ",
  ]);
  expect(frame("a\nb\nc\nd\n", 1)).toEqual(["   1 | >>> a", "   2 |     b", "   3 |     c"]);
});

test("several lines have one around them", () => {
  expect(frame("a\nb\nc\nd\n", 2, 3)).toEqual([
    "   1 |     a",
    "   2 | >>> b",
    "   3 | >>> c",
    "   4 |     d",
  ]);
});

test("a place outside the text has no frame", () => {
  expect(sourceFrame("Dockerfile", "", lines(1))).toBe("");
  expect(sourceFrame("Dockerfile", "a", lines(9))).toBe("");
});
