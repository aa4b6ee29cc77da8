import { expect, describe, test } from "vitest";
import fc from "fast-check";
import { applyIgnore, ignores, parseIgnore } from "./ignore.ts";
import { treeOf } from "./file-state.ts";
import { compilePattern } from "./ignore-pattern.ts";

describe("one path", () => {
  test.each<[patterns: string, path: string, ignored: boolean]>([
    ["*.log", "a.log", true],
    ["#a", "#a", false],
    [" #a", "#a", true],
    ["a#", "a#", true],
    ["a!", "a!", true],
    [" a ", "a", true],
    ["*\n! a", "a", false],
    ["\uFEFFa", "a", true],
    ["a\uFEFFb", "ab", false],
    ["/", "a", false],
    ["*\n!d/*/x", "d/1/x", false],
    ["*.log", "d/a.log", false],
    ["**/*.log", "a.log", true],
    ["**/*.log", "d/e/a.log", true],
    ["node_modules", "node_modules/m/i.js", true],
    ["node_modules", "web/node_modules/i.js", false],
    ["**/node_modules", "web/node_modules/i.js", true],
    ["/build/", "build/out", true],
    ["./a", "a", true],
    ["../a", "a", false],
    ["a/../b", "b", true],
    ["*\n!a", "a", false],
    ["!a\n*", "a", true],
    ["d\n!d/keep", "d/keep", false],
    ["d\n!d/keep", "d/other", true],
    ["*\n!src/**", "src/lib/x", false],
    ["**\n!src", "src/lib/x", false],
    ["*/*/x", "a/b/x", true],
    ["d/**/f", "d/f", true],
    ["d/**/f", "d/1/2/f", true],
    ["d/**/f", "d/1/2/fx", false],
    ["d/**", "d/x", true],
    ["d/**", "d", false],
    ["**foo", "barfoo", true],
    ["**", "a", true],
    ["?.txt", "a.txt", true],
    ["[ab].txt", "b.txt", true],
    ["[^ab].txt", "b.txt", false],
    ["a.b", "axb", false],
    ["a+(b)", "a+(b)", true],
    ["\\*", "*", true],
    ["\\*", "x", false],
    ["# note\n a ", "a", true],
    [" #a", "#a", true],
    ["a\r\nb", "a", true],
    ["! a\na", "a", true],
    ["a\n! a", "a", false],
    ["\uFEFFa", "a", true],
    ["temp?", "temp", false],
    ["*/temp*", "d/temporary.txt", true],
  ])("%j on %s: %s", (patterns, path, ignored) => {
    expect(ignores(parseIgnore(patterns), path)).toBe(ignored);
  });
});

test("lines that are no patterns", () => {
  expect(parseIgnore("a\n!").error).toBe('illegal exclusion pattern: "!"');
  expect(parseIgnore("a\nb[").error).toBe("invalid excludepatterns: [a b[]: syntax error in pattern");
});

test("what is sent, and the folders that are kept for it", () => {
  const tree = treeOf({ "a.txt": "", "d/keep": "", "d/x": "", "e/y": "", "f/": "", ".dockerignore": "" });
  const { tree: left, sent } = applyIgnore(tree, parseIgnore("*\n!a.txt\n!d/keep\n"));
  expect(sent).toEqual(["a.txt", "d/keep"]);
  expect([...left.children.keys()].sort()).toEqual(["a.txt", "d"]);
});

test("a folder that is untouched stays the same object, so that its checksum is remembered", () => {
  const tree = treeOf({ "a.log": "", "src/x": "" });
  const { tree: left } = applyIgnore(tree, parseIgnore("*.log"));
  expect(left.children.get("src")).toBe(tree.children.get("src"));
  expect(applyIgnore(tree, parseIgnore("")).tree).toBe(tree);
});

test("the tree and the single path agree", () => {
  const name = fc.constantFrom("a", "b", "ab", "a.log", ".env");
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));
  const part = fc.constantFrom("*", "**", "a", "b", "?b", "*.log", "[a]", "a*");
  const line = fc
    .tuple(fc.boolean(), fc.array(part, { minLength: 1, maxLength: 3 }))
    .map(([excepts, parts]) => (excepts ? "!" : "") + parts.join("/"));
  fc.assert(
    fc.property(fc.array(path, { maxLength: 12 }), fc.array(line, { maxLength: 5 }), (paths, lines) => {
      // An exception such as `!a/*/**` loses both wildcards at its end (fsutil), so the walk does not enter `a/a`.
      fc.pre(!lines.some((each) => /^!.*[*?[].*\/./.test(each)));
      const all = applyIgnore(
        treeOf(Object.fromEntries(paths.map((each) => [each, ""]))),
        parseIgnore(""),
      ).sent;
      const ignore = parseIgnore(lines.join("\n"));
      const { sent } = applyIgnore(treeOf(Object.fromEntries(all.map((each) => [each, ""]))), ignore);
      expect(sent).toEqual(all.filter((each) => !ignores(ignore, each)));
    }),
    { numRuns: 300 },
  );
});

test("patterns of every shape agree with the regular expression that moby/patternmatcher makes of them", () => {
  const part = fc.constantFrom("*", "**", "**/", "/", "a", "b", "?", "[ab]", "[^a]");
  const pattern = fc.array(part, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(""));
  const path = fc
    .array(fc.constantFrom("a", "b", "/", "c"), { minLength: 1, maxLength: 8 })
    .map((letters) => letters.join(""));
  const source = (text: string): string =>
    text.replaceAll(/\*\*\/?$|\*\*\/?|\*|\?/g, (wildcard, at: number) => {
      if (wildcard === "*") return "[^/]*";
      if (wildcard === "?") return "[^/]";
      return at + wildcard.length === text.length ? ".*" : "(.*/)?";
    });
  fc.assert(
    fc.property(pattern, path, (text, name) => {
      // A pattern that only begins with `**`, or only ends with it, is a mere suffix or prefix.
      fc.pre(/[*?[]/.test(text.slice(2)) && /[*?[]/.test(text.slice(0, -2)) && !/\*\*\/?\*/.test(text));
      expect([text, name, compilePattern(text)(name)]).toEqual([
        text,
        name,
        new RegExp(`^${source(text)}$`, "s").test(name),
      ]);
    }),
    { numRuns: 2_000 },
  );
});

test("what is sent is sorted by code unit, and a folder without anything left is not sent", () => {
  const tree = treeOf({ "a/b": "", "a.txt": "", "d/x": "" });
  const { sent, tree: left } = applyIgnore(tree, parseIgnore("d\n!d/none"));
  expect(sent).toEqual(["a.txt", "a/b"]);
  expect([...left.children.keys()].sort()).toEqual(["a", "a.txt"]);
  const nothing = applyIgnore(tree, parseIgnore("*"));
  expect(nothing).toMatchObject({ sent: [], tree: { kind: "directory", mode: tree.mode } });
  expect(nothing.tree.children.size).toBe(0);
});

test("one folder at two places is judged at each", () => {
  const folder = treeOf({ f: "1" });
  const tree = {
    ...folder,
    children: new Map([
      ["x", folder],
      ["y", folder],
    ]),
  };
  expect(applyIgnore(tree, parseIgnore("x/f")).sent).toEqual(["y/f"]);
  expect(applyIgnore(tree, parseIgnore("y/f")).sent).toEqual(["x/f"]);
});

test("an exception that comes when nothing is left out yet brings nothing back below", () => {
  expect(ignores(parseIgnore("a/b\n!a"), "a/b")).toBe(true);
  expect(ignores(parseIgnore("a\n!a\na/b"), "a/b")).toBe(true);
  expect(ignores(parseIgnore("a\n!a"), "a/b")).toBe(false);
});

test("a hostile pattern costs little", () => {
  expect(ignores(parseIgnore(`${"**/a*".repeat(60)}b`), "a/".repeat(300))).toBe(false);
});

test("five thousand patterns that match nothing meet a limit", () => {
  const names = Array.from({ length: 200 }, (_, i) => [`${"a".repeat(200)}${i}`, ""] as const);
  const tree = treeOf(Object.fromEntries(names));
  const patterns = "!**/*a*a*a*a*a*a*a*b\n**\n".repeat(5000);
  expect(() => applyIgnore(tree, parseIgnore(patterns))).toThrow("LIMIT");
});
