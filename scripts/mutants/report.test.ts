import { expect, test } from "vitest";
import { scoreOf, survivorsOf } from "./report.ts";

const mutant = (status: string, line: number): Parameters<typeof scoreOf>[0][number] => ({
  status,
  replacement: "true",
  location: { start: { line, column: 3 } },
});
const mutants = [
  mutant("Killed", 1),
  mutant("Timeout", 1),
  mutant("Survived", 2),
  mutant("NoCoverage", 3),
  mutant("Ignored", 3),
];

test("a mutant that fails or runs for ever is found out, what is left out counts for nothing", () => {
  expect(scoreOf(mutants)).toEqual({ found: 2, survived: 1, unreached: 1 });
});

test("who survives is told with its line", () => {
  expect(survivorsOf("a\n  b()\nc\n", mutants)).toEqual(["2:3  b() -> true", "3:3  c -> true"]);
});
