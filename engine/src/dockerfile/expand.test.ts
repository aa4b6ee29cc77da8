import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEngineError } from "../core/engine-error.ts";
import { expandWord, expandWords } from "./expand.ts";

const variables = new Map([
  ["A", "1"],
  ["B", "two words"],
  ["EMPTY", ""],
  ["F", "archive.tar.gz"],
  ["P", "/usr/local/bin"],
]);

/** Text, what it becomes as one word, and as several; `!` begins an error without its head. */
const TABLE = String.raw`
$A                   | 1                     | 1
x\$A                 | x$A                   | x$A
'$A' "$A"            | $A 1                  | $A,1
$B.                  | two words.            | two,words.
"$B".                | two words.            | two words.
\"A\"                | "A"                   | "A"
a"b'c"d              | ab'cd                 | ab'cd
cost$                | cost$                 | cost$
$NONE|x              | |x                    | |x
\${A:-d} \${EMPTY:-d} | 1 d                  | 1,d
\${EMPTY-d}           |                      |
\${NONE:+no}\${A:+yes} | yes                 | yes
\${F%.gz} \${F%%.*}   | archive.tar archive   | archive.tar,archive
\${F#*.} \${F##*.}    | tar.gz gz             | tar.gz,gz
\${P/usr/opt}        | /opt/local/bin        | /opt/local/bin
\${P//\//:}          | :usr:local:bin        | :usr:local:bin
a\${NONE:-b}c        | abc                   | bc
\${A                 | !unsupported modifier (\uFFFD) in substitution |
\${NONE:?set it}     | !NONE: set it         |
"open                | !unexpected end of statement while looking for matching double-quote |
`
  .trim()
  .split("\n")
  .map((line) =>
    line
      .replaceAll("\\${", "${")
      .replaceAll("\\uFFFD", "\uFFFD")
      .split(/ +\| ?/),
  );

describe("expanding a word", () => {
  it.each(TABLE)("%s", (text = "", one = "", many = "") => {
    const word = expandWord(text, variables);
    if ("error" in word) {
      expect(`!${word.error.replace(/^failed to process ".*": /, "")}`).toBe(one);
      return;
    }
    expect(word.value).toBe(one);
    const words = expandWords(text, variables);
    expect("error" in words ? words.error : words.words.join(",")).toBe(many);
  });

  it("tells which names had no value", () => {
    expect([...expandWord("$A$NONE${OTHER:-x}", variables).unmatched]).toEqual(["NONE", "OTHER"]);
  });

  it("knows the other escape character", () => {
    expect(expandWord("C:\\x`$A", variables, "`")).toMatchObject({ value: "C:\\x$A" });
  });
});

describe("hostile words", () => {
  const pieces = fc.constantFrom(
    "$",
    "{",
    "}",
    "A",
    ":",
    "-",
    "#",
    "%",
    "/",
    "*",
    "'",
    '"',
    "\\",
    " ",
    "<<",
    "\ud800",
    "\0",
    "é",
  );

  it("end in a value, in BuildKit's words or in a limit", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const word = expandWord(parts.join(""), variables);
        expect("error" in word ? word.error : word.value).toBeTypeOf("string");
      }),
    );
  });

  it("reads a text without anything special as itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "Z", "9", "/", ".", "=", " ", "ü") }), (text) => {
        expect(expandWord(text, variables)).toMatchObject({ value: text });
      }),
    );
  });

  it.each([
    ["nested", "${A:-".repeat(50_000)],
    ["nested names", "${".repeat(50_000)],
    ["stars", `\${BIG#${"*a".repeat(200)}b}`],
    ["replaced stars", `\${BIG//${"*a".repeat(200)}b/x}`],
    ["growth", "$BIG".repeat(2000)],
  ])("are stopped: %s", (_, text) => {
    const big = new Map([["BIG", "a".repeat(20_000)]]);
    try {
      expect("error" in expandWord(text, big)).toBe(true);
    } catch (error) {
      expect(isEngineError(error, "LIMIT")).toBe(true);
    }
  });
});
