import { readNumber } from "./read-number.ts";
import { readString } from "./read-string.ts";
import { SyntaxProblem } from "./syntax-problem.ts";
import type { Token } from "./token.ts";
import type { Span } from "./tree.ts";

const operators: readonly string[] = [
  ..."**= //= >>= <<= ... !=".split(" "),
  ..."-> := == >= <= += -= *= /= %= &= |= ^= @= ** // << >>".split(" "),
  ..."+-*/%@&|^~<>()[]{},:.;=",
];
/** CPython's MAXINDENT. */
const MOST_INDENTS = 100;
const closes: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
const space = /[ \t\f]*/y;
const word = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;

/** Where a `(` without its `)` stands. */
interface Bracket {
  readonly text: string;
  readonly at: Span;
}

/** A span inside one line. */
const within = (line: number, column: number, endColumn: number): Span => ({
  line,
  column,
  endLine: line,
  endColumn,
});

/**
 * Python source to tokens, with indents and dedents, as CPython's tokeniser cuts it.
 *
 * `version`: the minor number of Python 3.
 *
 * @throws SyntaxProblem in CPython's words. An open bracket at the end is told after the tokens are read, since a
 * mistake before it is what CPython reports first: {@link Tokens.unclosed}.
 */
export function tokenise(source: string, version = 14): { tokens: Token[]; unclosed: Bracket | null } {
  const lines = source.split(/\r\n|\r|\n/);
  const tokens: Token[] = [];
  const indents = [0];
  const narrows = [0];
  const brackets: Bracket[] = [];
  let joined = false;
  const push = (kind: Token["kind"], text: string, at: Span): void => {
    tokens.push({ kind, text, at });
  };
  for (let row = 0; row < lines.length; row++) {
    let text = lines[row] ?? "";
    let line = row + 1;
    space.lastIndex = 0;
    let column = space.exec(text)?.[0].length ?? 0;
    if (brackets.length === 0 && !joined) {
      if (column === text.length || text[column] === "#") continue;
      indentLine(text.slice(0, column), text, line);
    }
    joined = false;
    while (column < text.length) {
      space.lastIndex = column;
      column = space.exec(text) ? space.lastIndex : column;
      if (column >= text.length || text[column] === "#") break;
      if (text[column] === "\\") {
        if (column !== text.length - 1)
          throw new SyntaxProblem(
            "unexpected character after line continuation character",
            within(line, column, column + 1),
          );
        if (row === lines.length - 1)
          throw new SyntaxProblem("unexpected EOF while parsing", within(line, column, column + 1));
        joined = true;
        break;
      }
      const string = readString(lines, row, column, version);
      if (string) {
        push("string", string.text, string.at);
        row = string.at.endLine - 1;
        line = string.at.endLine;
        text = lines[row] ?? "";
        column = string.at.endColumn;
        continue;
      }
      const number = readNumber(text, column, line);
      if (number) {
        push("number", number, within(line, column, column + number.length));
        column += number.length;
        continue;
      }
      word.lastIndex = column;
      const name = word.exec(text)?.[0];
      if (name) {
        push("name", name.normalize("NFKC"), within(line, column, column + name.length));
        column += name.length;
        continue;
      }
      const operator = operators.find((one) => text.startsWith(one, column));
      if (!operator) throw strange(text, column, line);
      const at = within(line, column, column + operator.length);
      bracket(operator, at);
      push("operator", operator, at);
      column += operator.length;
    }
    if (brackets.length === 0 && !joined) push("newline", "", within(line, text.length, text.length + 1));
  }
  const end = within(lines.length + (lines.at(-1) === "" ? 0 : 1), 0, 0);
  const unclosed = brackets.at(-1) ?? null;
  if (unclosed) push("newline", "", end);
  while (indents.length > 1) {
    indents.pop();
    push("dedent", "", end);
  }
  push("end", "", end);
  return { tokens, unclosed };

  function indentLine(blank: string, text: string, line: number): void {
    let width = 0;
    for (const one of blank) width = one === "\t" ? (Math.floor(width / 8) + 1) * 8 : width + 1;
    // A tab taken for one column must come to the same (CPython's Parser/tokenizer.c).
    const narrow = blank.length;
    const [outer, outerNarrow] = [indents.at(-1) ?? 0, narrows.at(-1) ?? 0];
    if (width === outer ? narrow !== outerNarrow : width > outer && narrow <= outerNarrow)
      throw new SyntaxProblem(
        "inconsistent use of tabs and spaces in indentation",
        within(line, blank.length, text.length),
        "TabError",
      );
    const before = indents.at(-1) ?? 0;
    const at = within(line, blank.length, text.length);
    if (width > before) {
      if (indents.length === MOST_INDENTS)
        throw new SyntaxProblem("too many levels of indentation", at, "IndentationError");
      indents.push(width);
      narrows.push(narrow);
      push("indent", blank, at);
      return;
    }
    while (width < (indents.at(-1) ?? 0)) {
      indents.pop();
      narrows.pop();
      push("dedent", "", within(line, blank.length, blank.length));
    }
    if (width !== indents.at(-1))
      throw new SyntaxProblem(
        "unindent does not match any outer indentation level",
        within(line, text.length, text.length + 1),
        "IndentationError",
      );
  }

  function bracket(operator: string, at: Span): void {
    if ("([{".includes(operator)) brackets.push({ text: operator, at });
    const opening = closes[operator];
    if (!opening) return;
    const open = brackets.pop();
    if (!open) throw new SyntaxProblem(`unmatched '${operator}'`, at);
    if (open.text === opening) return;
    const where = open.at.line === at.line ? "" : ` on line ${open.at.line}`;
    throw new SyntaxProblem(
      `closing parenthesis '${operator}' does not match opening parenthesis '${open.text}'${where}`,
      at,
    );
  }
}

/** A character that starts no token. */
function strange(text: string, column: number, line: number): SyntaxProblem {
  const character = String.fromCodePoint(text.codePointAt(column) ?? 0);
  const at = within(line, column, column + 1);
  if ("$?!`".includes(character)) return new SyntaxProblem("invalid syntax", at);
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const shown = /\p{C}|\p{Z}/u.test(character) ? "non-printable " : "";
  return new SyntaxProblem(
    shown ? `invalid non-printable character U+${code}` : `invalid character '${character}' (U+${code})`,
    at,
  );
}
