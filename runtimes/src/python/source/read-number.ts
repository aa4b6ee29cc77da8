import { SyntaxProblem } from "./syntax-problem.ts";

const number =
  /0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*)?\.\d(?:_?\d)*(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?|\d(?:_?\d)*\.?(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?/y;

/**
 * The number that starts at a column, or null.
 *
 * @throws SyntaxProblem for `1a`, `012`, `0x`.
 */
export function readNumber(text: string, column: number, line: number): string | null {
  if (!/[\d.]/.test(text[column] ?? "")) return null;
  number.lastIndex = column;
  const found = number.exec(text)?.[0];
  if (!found) return null;
  const end = column + found.length;
  const at = (from: number, to: number): ConstructorParameters<typeof SyntaxProblem>[1] => ({
    line,
    column: from,
    endLine: line,
    endColumn: to,
  });
  if (/^0[0-9_]*[1-9]/.test(found) && !/[.eEjJ]/.test(found) && !/^0[xXoObB]/.test(found)) {
    const zeros = /^0+/.exec(found)?.[0].length ?? 1;
    throw new SyntaxProblem(
      "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
      at(column, column + zeros),
    );
  }
  const after = /^(?:and|else|for|if|in|is|not|or)\b/.test(text.slice(end)) ? "" : (text[end] ?? "");
  if (/[\p{ID_Continue}]/u.test(after)) {
    const base = { x: "hexadecimal", o: "octal", b: "binary" }[found[1]?.toLowerCase() ?? ""];
    const named = found === "0" && /[xXoObB]/.test(after) ? after.toLowerCase() : "";
    const kind = { x: "hexadecimal", o: "octal", b: "binary" }[named] ?? base ?? "decimal";
    throw new SyntaxProblem(`invalid ${kind} literal`, at(end - 1, end));
  }
  return found;
}
