import { describe, expect, test } from "vitest";
import { isBadPattern, matchGlob, matchPath } from "./match.ts";

describe("matchPath", () => {
  test.each([
    ["abc", "abc", true],
    ["*", "abc", true],
    ["*", "a/b", false],
    ["*", ".env", true],
    ["*c", "abc", true],
    ["a*", "a", true],
    ["a*/b", "a/b", true],
    ["a*/b", "a/c/b", false],
    ["a*b*c*d*e*/f", "axbxcxdxe/f", true],
    ["a*b*c*d*e*/f", "axbxcxdxexxx/fff", false],
    ["a*b?c*x", "abxbbxdbxebxczzx", true],
    ["a*b?c*x", "abxbbxdbxebxczzy", false],
    ["ab[c]", "abc", true],
    ["ab[b-d]", "abc", true],
    ["ab[e-g]", "abc", false],
    ["ab[a-b]", "abc", false],
    ["ab[^a-b]", "abc", true],
    ["ab[^c]", "abc", false],
    ["a\\*b", "a*b", true],
    ["a\\*b", "ab", false],
    ["a?b", "a☺b", true],
    ["a???b", "a☺b", false],
    ["[a-ζ]*", "α", true],
    ["*[a-ζ]", "A", false],
    ["a?b", "a/b", false],
    ["[\\]a]", "]", true],
    ["[\\-x]", "-", true],
    ["*x", "xxx", true],
    ["src/**/*.py", "src/lib/y.py", true],
    ["src/**/*.py", "src/x.py", false],
    ["src/**/*.py", "src/a/b/y.py", false],
  ])("%s on %s: %s", (pattern, path, matches) => {
    expect(isBadPattern(pattern)).toBe(false);
    expect(matchPath(pattern, path)).toBe(matches);
  });

  test.each([
    "[]a]",
    "[-]",
    "[x-]",
    "[-x]",
    "\\",
    "[a-b-c]",
    "[a--]",
    "[a-\\",
    "[",
    "[^",
    "[^bc",
    "a[",
    "[]",
    "ab[c",
  ])("%s is malformed", (pattern) => {
    expect(isBadPattern(pattern)).toBe(true);
    expect(matchPath(pattern, "a")).toBe(false);
  });
});

describe("matchGlob", () => {
  test.each([
    ["**/*.pyc", "a.pyc", true],
    ["**/*.pyc", "x/y/a.pyc", true],
    ["/usr/**", "/usr/lib/x", true],
    ["/usr/**", "/usr", true],
    ["/usr/**", "/opt", false],
    ["a/**/b", "a/b", true],
    ["a/**/b", "a/x/y/b", true],
    ["a/**/b", "a/x/y/c", false],
    ["x/**/b", "a/x/b", false],
    ["**/x/**", "a/x/b/c", true],
    ["**", "anything/at/all", true],
    ["*.txt", "d/a.txt", false],
  ])("%s on %s: %s", (pattern, path, matches) => {
    expect(matchGlob(pattern, path)).toBe(matches);
  });
});

test("many stars cost little", () => {
  expect(matchPath("*a".repeat(500) + "b", "a".repeat(5_000))).toBe(false);
  expect(matchGlob("**/".repeat(200) + "b", "a/".repeat(200) + "c")).toBe(false);
});
