import type { Expression, Span } from "../source/tree.ts";

/** The stretch inside a span that is told apart: an operator, or brackets with what is in them. Lines and columns of the file. */
export type Anchors = Span;

/** The first place at or behind another whose character passes, comments and line continuations left out. */
function next(
  lines: readonly string[],
  from: { line: number; column: number },
  passes: (character: string) => boolean,
): { line: number; column: number } | undefined {
  let { line, column } = from;
  for (; line <= lines.length; line++, column = 0)
    for (const text = lines[line - 1] ?? ""; column < text.length; column++) {
      const character = text[column] ?? "";
      if (character === "#" || character === "\\") break;
      if (passes(character)) return { line, column };
    }
  return undefined;
}

/** CPython's choice (`traceback._extract_caret_anchors_from_line_segment`): operators and subscripts, calls since 3.13. */
export function anchorsOf(value: Expression, lines: readonly string[], version: number): Anchors | undefined {
  const behind = (inner: Expression): { line: number; column: number } => ({
    line: inner.at.endLine,
    column: inner.at.endColumn,
  });
  if (value.type === "Binary") {
    const start = next(lines, behind(value.left), (one) => one !== ")" && one.trim() !== "");
    if (!start) return undefined;
    const endColumn = start.column + value.operator.length;
    return { ...start, endLine: start.line, endColumn };
  }
  const opening = value.type === "Subscript" ? "[" : value.type === "Call" && version >= 13 ? "(" : undefined;
  if (opening === undefined || (value.type !== "Subscript" && value.type !== "Call")) return undefined;
  const start = next(lines, behind(value.value), (one) => one === opening);
  return start && { ...start, endLine: value.at.endLine, endColumn: value.at.endColumn };
}
