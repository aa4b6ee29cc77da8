import { expect, test } from "vitest";
import { compilePattern } from "./pattern.ts";

const SOURCES = [
  "a",
  "^a+$",
  "^(a|b)*c$",
  "[^x-z]{2,3}",
  "\\d+\\.\\d",
  "^$",
  "x?y",
  "\\bab\\b",
  "(?:ab){2}",
  "^[\\w.-]+$",
  "a.c",
  "(a*)*b",
  "\\/\\*",
  "[]]",
  "a|",
  "(?m)^b$",
  "^a{0}b$",
];
const TEXTS = ["", "a", "aaa", "abc", "ab ab", "abab", "x1.2", "zzz", "aab", "a\nb", "a/c", "]", "/*"];

test("means what JavaScript means by it", () => {
  for (const source of SOURCES) {
    const multiline = source.startsWith("(?m)");
    const native = new RegExp(
      multiline ? source.slice(4) : source === "[]]" ? "[\\]]" : source,
      multiline ? "m" : "",
    );
    const pattern = compilePattern(source);
    if (typeof pattern === "string") throw new Error(`${source}: ${pattern}`);
    for (const text of TEXTS)
      expect([source, text, pattern.test(text)]).toEqual([source, text, native.test(text)]);
  }
});

test("refuses what is not linear or not closed", () => {
  for (const source of ["(?=a)", "(a)\\1", "(", "[", "a)", "*", "a{2,1}", "((((a{99}){99}){99}){99})"])
    expect(typeof compilePattern(source), source).toBe("string");
});

test("time grows with the text and not with its powers", () => {
  const pattern = compilePattern("^(a+)+(a|aa)*$");
  expect(typeof pattern === "string" || pattern.test(`${"a".repeat(20_000)}b`)).toBe(false);
});
