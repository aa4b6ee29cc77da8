import { expect, test } from "vitest";
import { judge } from "./judge.ts";

const differs = [{ facet: "stdout" as const, told: "stdout is 2, in Docker 1" }];

test("a difference that nobody knows of is told", () => {
  expect(judge(differs, new Map())).toEqual(["stdout is 2, in Docker 1"]);
  expect(judge(differs, new Map([["stderr", "another one"]]))).toContain("stdout is 2, in Docker 1");
});

test("a known difference passes, until it is gone", () => {
  const known = new Map([["stdout" as const, "two is more than one"]]);
  expect(judge(differs, known)).toEqual([]);
  expect(judge([], known)).toEqual(["stdout is as in Docker now: take the line `~ stdout: …` out"]);
});

test("a known difference needs a reason", () => {
  expect(judge(differs, new Map([["stdout", "?"]]))).toEqual(["`~ stdout: ?` needs a reason"]);
});
