import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { LibraryHost } from "../../../testing/library-host.ts";

const real = spawnSync("python3", ["-c", "import sys; print(sys.version_info >= (3, 11))"], {
  encoding: "utf8",
});
const present = real.stdout?.trim() === "True";
if (!present) console.warn("no python3 of 3.11 or later here: its comparison is skipped");

const atom = fc.constantFrom(
  "a",
  "b",
  "A",
  ".",
  "\\d",
  "\\w",
  "\\s",
  "\\b",
  "^",
  "$",
  "[ab]",
  "[^a]",
  "[a-c\\d]",
  "[]x]",
  "\\.",
  "é",
  "\\1",
  "(?P=n)",
  "\\S",
  "\\B",
  "\\A",
  "\\Z",
  "[z-a]",
  "(?i:A)",
  "\\x61",
  "-",
  " ",
  "\\q",
  "[\\w-]",
  "{",
  "\\N",
);
const { pattern } = fc.letrec<{ pattern: string; item: string }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atom,
    fc
      .tuple(fc.constantFrom("(", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?P<n>", "(?>"), tie("pattern"))
      .map(([open, inner]) => `${open}${inner})`),
    fc
      .tuple(
        tie("item"),
        fc.constantFrom("*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{,1}?", "*+", "{2,1}"),
      )
      .map(([inner, count]) => inner + count),
    tie("pattern").map((inner) => `(a)?(?(1)${inner}|b)`),
  ),
  pattern: fc.oneof(
    fc.array(tie("item"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
    fc.tuple(tie("item"), tie("item")).map(([a, b]) => `${a}|${b}`),
  ),
}));
const text = fc.string({
  unit: fc.constantFrom("a", "b", "A", "c", "1", " ", "\n", ".", "é", "x"),
  maxLength: 8,
});

const PROGRAM = `import re, json
for pattern, text, flags in json.load(open("cases.json")):
    try:
        found = re.compile(pattern, flags)
        print([(m.span(), m.groups(), m.lastindex, m.lastgroup) for m in found.finditer(text)],
              found.split(text, 2), found.sub("<\\\\g<0>>", text), found.fullmatch(text), found.match(text, 1))
    except re.error as error:
        print(error)
`;

it.skipIf(!present)("finds what a real Python finds, in the words of its errors", () => {
  const host = new LibraryHost();
  const one = fc.tuple(pattern, text, fc.constantFrom(0, 0, 2, 8, 16, 64, 256));
  fc.assert(
    fc.property(fc.array(one, { minLength: 60, maxLength: 60 }), (all) => {
      const cases = all.filter(([source]) => !source.includes("\\N"));
      const json = JSON.stringify(cases);
      host.build({ "app.py": PROGRAM, "cases.json": json });
      const got = host.run("docker run --rm t");
      const want = spawnSync(
        "python3",
        ["-W", "ignore", "-c", PROGRAM.replace('open("cases.json")', "__import__('sys').stdin")],
        {
          input: json,
          encoding: "utf8",
        },
      );
      expect(got.stderr).toBe("");
      const lines = want.stdout.split("\n");
      const differ = got.stdout
        .split("\n")
        .flatMap((line, i) =>
          line === lines[i] ? [] : [{ case: JSON.stringify(cases[i]), got: line, want: lines[i] }],
        );
      expect(differ).toEqual([]);
    }),
    { numRuns: 5, endOnFailure: true },
  );
});

it("ends a pattern that never would", () => {
  const host = new LibraryHost();
  const { stderr, exitCode } = host.python('import re\nprint(re.match("(a+)+$", "a" * 60 + "b"))');
  expect(exitCode).not.toBe(0);
  expect(stderr).toMatch(/[Ss]top|limit|steps/);
});
