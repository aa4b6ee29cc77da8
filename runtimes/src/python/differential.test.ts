import { spawnSync } from "node:child_process";
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
      // Texts that no memory holds end differently on every machine; a float's division by zero has other words here.
      const lines = drawn.filter((line) => !/\d{5}.*\*|\*.*\d{5}|[/%] 0(\.0)?$/.test(line));
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
