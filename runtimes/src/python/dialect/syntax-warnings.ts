import { tokenise } from "../source/tokenise.ts";
import { misusedLiteral, numberType } from "./misused-literals.ts";
import type { Expression, Statement } from "../source/tree.ts";

/** What CPython warns of before a program begins: a line and the words. */
export type SyntaxWarning = readonly [line: number, text: string];

/** An escape that stands for nothing, in a literal that is not raw. */
const invalid = /\\(?:[0-7]|\r?\n|[\\'"abfnrtvx]|([^]))/g;

/** The warnings of a file, those of its tokens first. `version`: the minor number of Python 3. */
export function syntaxWarnings(
  source: string,
  body: readonly Statement[],
  version: number,
): readonly SyntaxWarning[] {
  const found: SyntaxWarning[] = [];
  const warn = (line: number, text: string): void => {
    found.push([line, text]);
  };
  if (version >= 12 && source.includes("\\")) escapes(source, version, warn);
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    const one = value as Expression | Statement;
    if (one.type === "Assert" && one.test.type === "Tuple" && one.test.items.length > 0)
      warn(one.at.line, "assertion is always true, perhaps remove parentheses?");
    if (one.type === "Compare")
      for (const [place, { operator, value: right }] of one.rest.entries()) {
        const left = place === 0 ? one.left : one.rest[place - 1]?.value;
        const kind = operator.startsWith("is") ? literal(left) || literal(right) : "";
        const what = version >= 12 ? `'${kind}' literal` : "a literal";
        if (kind)
          warn(one.at.line, `"${operator}" with ${what}. Did you mean "${operator === "is" ? "==" : "!="}"?`);
      }
    const misused = one.type === "Call" || one.type === "Subscript" ? misusedLiteral(one) : null;
    if (misused) warn(one.at.line, misused);
    Object.values(value).forEach(walk);
  };
  if (/\bis\b|\bassert\b|["'\])}]\s*[[(]|\b(?:\d\w*|None|True|False)[[(]/.test(source)) walk(body);
  return found;
}

function escapes(source: string, version: number, warn: (line: number, text: string) => void): void {
  for (const { kind, text, at } of tokenise(source, version).tokens) {
    const head = /^[a-z]*/i.exec(text)?.[0] ?? "";
    if (kind !== "string" || /r/i.test(head)) continue;
    const bytes = /b/i.test(head);
    for (const { 1: letter, index } of text.matchAll(invalid)) {
      if (letter === undefined || (!bytes && /[uUN]/.test(letter))) continue;
      const line = version >= 14 ? at.line + text.slice(0, index).split("\n").length - 1 : at.line;
      const long = `"\\${letter}" is an invalid escape sequence. Such sequences will not work in the future. Did you mean "\\\\${letter}"? A raw string is also an option.`;
      warn(line, version >= 14 ? long : `invalid escape sequence '\\${letter}'`);
      break;
    }
  }
}

function literal(one: Expression | undefined): string {
  if (one?.type === "String") return one.bytes ? "bytes" : "str";
  if (one?.type === "Tuple") return "tuple";
  if (one?.type !== "Literal" || one.kind !== "number") return "";
  return numberType(one.text);
}
