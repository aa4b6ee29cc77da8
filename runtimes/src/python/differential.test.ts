import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import fc from "fast-check";
import { expect, it } from "vitest";
import { LibraryHost } from "../../testing/library-host.ts";

const real = spawnSync("python3", ["-c", "import sys; print(sys.version_info >= (3, 11))"], {
  encoding: "utf8",
});
const present = real.stdout?.trim() === "True";
if (!present) console.warn("no python3 of 3.11 or later here: its comparison is skipped");

const text = fc.constantFrom("", "a", "Abc", "x y", "0", "é", "a,b", "%s", "{}", "tab\t", "ß");
const number = fc.constantFrom(0, 1, -1, 7, 255, 2 ** 31, 10 ** 15, 0.1, 2.5, -3.75, 1e22);
const quoted = (value: string): string => JSON.stringify(value);

/** Small values of many types. */
const value = fc.constantFrom(
  "[]",
  "{}",
  "(1, 2)",
  "None",
  "True",
  "0",
  "2",
  "-1.5",
  '"a"',
  'b"a"',
  "bytearray(b'x')",
  "{1}",
  "frozenset()",
  "range(3)",
);

/** Expressions whose value is the same in every process. */
const expression = fc.oneof(
  fc
    .tuple(
      text,
      fc.constantFrom(
        "upper()",
        "title()",
        "zfill(4)",
        "center(7, '*')",
        "split()",
        "split(',')",
        "swapcase()",
        "capitalize()",
        "isalpha()",
        "isdigit()",
        "encode()",
        "removeprefix('a')",
        "rjust(3)",
        "partition(' ')",
        "join(['1', '2'])",
        "replace('a', 'bb')",
        "casefold()",
        "istitle()",
        "expandtabs(4)",
      ),
    )
    .map(([value, call]) => `${quoted(value)}.${call}`),
  fc
    .tuple(number, fc.constantFrom("", ".2f", ",", "+", "08.3f", "e", "g", ">10", "<10", "^10", "%", "010"))
    .map(([value, spec]) => `format(${value}, ${quoted(spec)})`),
  fc
    .tuple(number, fc.constantFrom("%s", "%r", "%d", "%5.1f", "%e", "%x", "%-6s|"))
    .map(([value, spec]) => `${quoted(spec)} % ${value}`),
  fc
    .tuple(number, fc.constantFrom("+", "-", "*", "//", "%", "/", "<", "=="), number)
    .map(([a, operator, b]) => `${a} ${operator} ${b}`),
  fc
    .tuple(text, fc.constantFrom("+", "*", "<", "=="), fc.oneof(text.map(quoted), number.map(String)))
    .map(([a, operator, b]) => `${quoted(a)} ${operator} ${b}`),
  fc
    .tuple(
      fc.array(number, { maxLength: 4 }),
      fc.constantFrom("[::-1]", "[1:]", "[-2::2]", "[0]", ".index(7)", ".count(1)"),
    )
    .map(([items, what]) => `[${items.join(", ")}]${what}`),
  fc.dictionary(fc.constantFrom("a", "b", "z", "é"), number).map(
    (pairs) =>
      `{${Object.entries(pairs)
        .map(([key, value]) => `${quoted(key)}: ${value}`)
        .join(", ")}}`,
  ),
  fc
    .tuple(
      fc.array(number, { minLength: 2, maxLength: 5 }),
      fc.constantFrom(-3, -2, -1, 1, 2, 3),
      fc.option(fc.integer({ min: -6, max: 6 })),
      fc.option(fc.integer({ min: -6, max: 6 })),
    )
    .map(([items, step, from, to]) => `[${items.join(", ")}][${from ?? ""}:${to ?? ""}:${step}]`),
  fc
    .tuple(fc.constantFrom("{%s: 1}", "{%s}", "hash(%s) and 1", "{(1, %s): 2}", "dict([(%s, 1)])"), value)
    .map(([shape, inner]) => shape.replace("%s", inner)),
  fc
    .tuple(value, fc.constantFrom("+", "*", "%", "//", "**", "-", "in", "<"), value)
    .map(([a, operator, b]) => `${a} ${operator} ${b}`),
  fc.tuple(number, fc.integer({ min: -4, max: 4 })).map(([a, digits]) => `round(${a}, ${digits})`),
  fc.tuple(number, number).map(([a, b]) => `divmod(${a}, ${b})`),
  fc
    .tuple(
      fc.constantFrom("int", "float", "repr", "len", "list", "round", "abs", "bool"),
      fc.oneof(text.map(quoted), number.map(String)),
    )
    .map(([name, value]) => `${name}(${value})`),
);

it.skipIf(!present)("gives what a real Python gives, or says that it does not know", () => {
  const host = new LibraryHost();
  const program = (lines: readonly string[]): string =>
    lines
      .map(
        (line) =>
          `try:\n    print(repr(${line}))\nexcept Exception as error:\n    print(type(error).__name__, error)\n`,
      )
      .join("");
  fc.assert(
    fc.property(fc.array(expression, { minLength: 20, maxLength: 20 }), (drawn) => {
      // Texts that no memory holds end differently on every machine.
      const lines = drawn.filter((line) => !/\d{5}.*\*|\*.*\d{5}/.test(line));
      const want = spawnSync("python3", ["-W", "ignore", "-"], {
        input: program(lines),
        encoding: "utf8",
      }).stdout.split("\n");
      // One by one: where Drydock says that it does not know, the program ends.
      const differ = lines.flatMap((line, i) => {
        const { stdout, stderr } = host.python(program([line]));
        const got = stdout.split("\n")[0];
        return got === want[i] || stderr.includes("Drydock does not simulate")
          ? []
          : [{ line, got, want: want[i] }];
      });
      expect(differ).toEqual([]);
    }),
    { numRuns: 2, seed: 2026, endOnFailure: true },
  );
});

/** Lines that fail, or call what fails. */
const failing = fc.constantFrom(
  "x[9]",
  "{}['k']",
  "x.nope",
  "nope + 1",
  "1 / 0",
  "len(x) // 0",
  "int('x')",
  "'a' + 1",
  "None + x",
  "-None",
  "x < 'a'",
  "f(1)",
  "g(x)[0]",
  "print(f(2), x)",
  "f(x.nope)",
  "(1 + f(3)) * 2",
  "h(lambda: 1 / 0)",
  "K(1).y",
  "K(x).m()",
  "f(1, 2)",
  "sorted([1, 'a'])",
  "[][0] or x",
  "not {}['q']",
  "x[f(4)]",
);
const frame = fc.constantFrom(
  "%s",
  "y = %s",
  "return %s",
  "if x: %s",
  "y = [\n        1,\n        %s,\n    ]",
  "y = x\n    y += %s",
  "with %s as z: pass",
  "raise ValueError(%s)",
  "while %s: break",
);

it.skipIf(!present)("tells a failure as a real Python does", () => {
  const host = new LibraryHost();
  const folder = mkdtempSync(`${tmpdir()}/drydock-python-`);
  const body = (one: string, other: string, line: string): string =>
    `def f(v):\n    if v == 3: return v\n    ${one}\ndef g(v): ${other}\ndef h(v):\n    return v()\nclass K:\n    def __init__(self, v):\n        self.v = v\n    def m(self):\n        return self.v.z\ndef main():\n    x = [1, 2]\n    ${line}\nmain()\n`;
  const simple = fc.constantFrom(
    "return v.q",
    "raise KeyError(v)",
    "return v / 0",
    "return [v][1]",
    "return int([v])",
  );
  try {
    fc.assert(
      fc.property(
        fc.array(
          fc
            .tuple(simple, simple, failing, frame)
            .map(([one, other, line, shape]) => body(one, other, shape.replace("%s", line))),
          { minLength: 8, maxLength: 8 },
        ),
        (programs) => {
          const differ = programs.flatMap((program) => {
            writeFileSync(`${folder}/app.py`, program);
            const real = spawnSync("python3", ["-W", "ignore", `${folder}/app.py`], { encoding: "utf8" });
            const want = real.stderr.replaceAll(`${folder}/`, "/app/").split("\n");
            const { stderr } = host.python(program);
            const got = stderr.split("\n");
            // Where Drydock is not certain, it puts no marks.
            const same: string[] = [];
            for (const text of want)
              if (!/^ {4}[ ~^]+$/.test(text) || got[same.length] === text) same.push(text);
            const known = !stderr.includes("Drydock does not simulate");
            return known && same.join("\n") !== stderr ? [{ program, got: stderr, want: real.stderr }] : [];
          });
          expect(differ).toEqual([]);
        },
      ),
      { numRuns: 1, seed: 2026, endOnFailure: true },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
