import { SyntaxProblem } from "./syntax-problem.ts";
import type { Span } from "./tree.ts";

const opening = /([rR][bB]?|[bB][rR]?|[uU]|[fF][rR]?|[rR][fF])?('''|"""|'|")/y;

/**
 * The string literal that starts at a column, with prefix and quotes, over as many lines as it takes; or null.
 *
 * An f-string may hold strings with its own quotes inside braces, as since 3.12.
 *
 * @throws SyntaxProblem where it does not end.
 */
export function readString(
  lines: readonly string[],
  row: number,
  column: number,
): { text: string; at: Span } | null {
  opening.lastIndex = column;
  const found = opening.exec(lines[row] ?? "");
  if (!found) return null;
  const [head, prefix = "", quote = "'"] = found;
  const formatted = /f/i.test(prefix);
  let line = row;
  let text = head;
  let at = column + head.length;
  let depth = 0;
  for (;;) {
    const source = lines[line] ?? "";
    if (at >= source.length) {
      const last = line === lines.length - 1;
      if (quote.length === 1 && depth === 0) throw unterminated("string literal", line);
      if (last) throw unterminated("triple-quoted string literal", line - (source === "" ? 1 : 0));
      text += "\n";
      line++;
      at = 0;
      continue;
    }
    const character = source[at] ?? "";
    if (character === "\\" && (depth === 0 || !formatted)) {
      if (at + 1 < source.length) {
        text += source.slice(at, at + 2);
        at += 2;
      } else {
        if (line === lines.length - 1) throw unterminated("string literal", line);
        text += "\\\n";
        line++;
        at = 0;
      }
      continue;
    }
    if (formatted && (character === "{" || character === "}")) {
      if (source[at + 1] === character && depth === 0) {
        text += character + character;
        at += 2;
        continue;
      }
      depth += character === "{" ? 1 : depth > 0 ? -1 : 0;
    } else if (formatted && depth > 0 && !source.startsWith(quote, at)) {
      // A string inside braces with other quotes may hold braces.
      const inner = /["']/.test(character) ? readString(lines, line, at) : null;
      if (inner && inner.at.endLine - 1 === line) {
        text += inner.text;
        at = inner.at.endColumn;
        continue;
      }
    }
    if (source.startsWith(quote, at) && !(depth > 0 && reopens(source, at, quote))) {
      text += quote;
      const endColumn = at + quote.length;
      return { text, at: { line: row + 1, column, endLine: line + 1, endColumn } };
    }
    text += character;
    at++;
  }

  function unterminated(what: string, detected: number): SyntaxProblem {
    const kind = formatted ? `f-${what}`.replace("f-triple-quoted string", "triple-quoted f-string") : what;
    return new SyntaxProblem(`unterminated ${kind} (detected at line ${detected + 1})`, {
      line: row + 1,
      column,
      endLine: row + 1,
      endColumn: column + 1,
    });
  }
}

/** Inside braces of an f-string: does this quote begin another string rather than end ours? */
function reopens(source: string, at: number, quote: string): boolean {
  const before = source.slice(0, at).trimEnd().at(-1) ?? "";
  if (!"{([,=+".includes(before)) return false;
  return source.indexOf(quote, at + quote.length) >= 0;
}
