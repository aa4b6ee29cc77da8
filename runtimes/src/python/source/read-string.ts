import { SyntaxProblem } from "./syntax-problem.ts";
import type { Span } from "./tree.ts";

const opening = /([rR][bB]?|[bB][rR]?|[uU]|[fF][rR]?|[rR][fF])?('''|"""|'|")/y;

/** A `{` of an f-string that is open. */
interface Field {
  /** Brackets that are open in its expression. */
  brackets: number;
  /** Is the expression over, and its format begun? */
  inFormat: boolean;
}

/**
 * The string literal that starts at a column, with prefix and quotes, over as many lines as it takes; or null.
 *
 * Since Python 3.12 an f-string may hold any strings inside braces, with its own quotes too. `version`: the minor number.
 *
 * @throws SyntaxProblem where it does not end.
 */
export function readString(
  lines: readonly string[],
  row: number,
  column: number,
  version: number,
): { text: string; at: Span } | null {
  opening.lastIndex = column;
  const found = opening.exec(lines[row] ?? "");
  if (!found) return null;
  const [head, prefix = "", quote = "'"] = found;
  const formatted = /f/i.test(prefix);
  const fields: Field[] = [];
  let line = row;
  let text = head;
  let at = column + head.length;
  for (;;) {
    const source = lines[line] ?? "";
    const field = fields.at(-1);
    const inExpression = field !== undefined && !field.inFormat;
    if (at >= source.length) {
      const last = line === lines.length - 1;
      if (quote.length === 1 && !inExpression) throw unterminated("string literal", line);
      if (last) throw unterminated("triple-quoted string literal", line - (source === "" ? 1 : 0));
      text += "\n";
      line++;
      at = 0;
      continue;
    }
    const character = source[at] ?? "";
    if (character === "\\" && !inExpression) {
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
    if (
      inExpression &&
      (version >= 12 || !source.startsWith(quote, at)) &&
      !/\w/.test(source[at - 1] ?? "")
    ) {
      const inner = readString(lines, line, at, version);
      if (inner && inner.at.endLine - 1 === line) {
        text += inner.text;
        at = inner.at.endColumn;
        continue;
      }
    }
    if ((!inExpression || version < 12) && source.startsWith(quote, at)) {
      const endColumn = at + quote.length;
      return { text: text + quote, at: { line: row + 1, column, endLine: line + 1, endColumn } };
    }
    if (formatted && !field && (character === "{" || character === "}") && source[at + 1] === character) {
      text += character + character;
      at += 2;
      continue;
    }
    if (formatted) step(fields, character, source[at + 1] ?? "");
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

/** What a character does to the fields that are open. */
function step(fields: Field[], character: string, next: string): void {
  const field = fields.at(-1);
  if (!field || field.inFormat) {
    if (character === "{") fields.push({ brackets: 0, inFormat: false });
    else if (character === "}") fields.pop();
  } else if ("([{".includes(character)) field.brackets++;
  else if (field.brackets > 0) {
    if (")]}".includes(character)) field.brackets--;
  } else if (character === "}") fields.pop();
  else if (character === ":" && next !== "=") field.inFormat = true;
}
