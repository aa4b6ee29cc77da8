import type { Span } from "../source/tree.ts";
import type { Anchors } from "./anchors.ts";

/** Columns that a text takes on a terminal: wide characters take two. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
function columns(text: string): number {
  let width = 0;
  for (const one of text) width += wide.test(one) ? 2 : 1;
  return width;
}

const before = (text: string, characters: number): string => [...text].slice(0, characters).join("");
const blanks = (text: string): number => text.length - text.trimStart().length;

/** How Python 3.11 and 3.12 show a line: itself, and marks under it unless they would be under all of it. */
export function markedLine(
  lines: readonly string[],
  span: Span | undefined,
  anchors: Anchors | undefined,
  line: number,
): string[] {
  const whole = lines[line - 1] ?? "";
  const stripped = whole.trim();
  if (!span || span.line !== line) return [stripped];
  const lead = blanks(whole);
  const isOne = span.endLine === span.line;
  const end = isOne ? span.endColumn : lead + stripped.length;
  const inner = isOne ? anchors : undefined;
  if (!inner && end - span.column >= stripped.length) return [stripped];
  const column = (at: number): number => columns(before(whole, at)) - lead;
  return [
    stripped,
    marks(column(span.column), column(end), inner && [column(inner.column), column(inner.endColumn)]),
  ];
}

function marks(start: number, end: number, inner: readonly [number, number] | undefined): string {
  let out = " ".repeat(Math.max(0, start));
  for (let at = start; at < end; at++) out += !inner || (at >= inner[0] && at < inner[1]) ? "^" : "~";
  return out;
}

/**
 * How Python 3.13 and later show a span: all of its lines, or the first, the last and those around what is told apart.
 * `hides`: is it a call that fills its statement, under which no marks are put?
 */
export function markedLines(
  lines: readonly string[],
  span: Span,
  anchors: Anchors | undefined,
  hides: boolean,
): string[] {
  const all = lines.slice(span.line - 1, span.endLine);
  const indent = Math.min(...all.filter((one) => one.trim() !== "").map(blanks));
  const shown = all.map((one) => (one.trim() === "" ? "" : one.slice(indent).trimEnd()));
  const last = shown.length - 1;
  const around =
    before(shown[0] ?? "", span.column - indent).trim() !== "" ||
    [...(shown[last] ?? "")]
      .slice(span.endColumn - indent)
      .join("")
      .trim() !== "";
  const marked = !hides && (anchors !== undefined || around);
  const inAnchors = (line: number, at: number): boolean => {
    if (!anchors) return true;
    const from = line - (anchors.line - span.line);
    const to = line - (anchors.endLine - span.line);
    return (
      (from > 0 || (from === 0 && at >= columnIn(line, anchors.column))) &&
      (to < 0 || (to === 0 && at < columnIn(line, anchors.endColumn)))
    );
  };
  const columnIn = (line: number, at: number): number => columns(before(shown[line] ?? "", at - indent));
  const out: string[] = [];
  const put = (line: number): void => {
    const text = shown[line] ?? "";
    out.push(text);
    if (!marked) return;
    const start = line === 0 ? columnIn(0, span.column) : 0;
    const end = line === last ? columnIn(last, span.endColumn) : columns(text);
    let marks = "";
    for (let at = 0; at < end; at++)
      marks += at < start || at < blanks(text) ? " " : inAnchors(line, at) ? "^" : "~";
    out.push(marks);
  };
  let previous = -1;
  for (const line of significant(span, anchors)) {
    if (previous >= 0 && line - previous === 2) put(line - 1);
    else if (previous >= 0 && line - previous > 2) out.push(`...<${line - previous - 1} lines>...`);
    put(line);
    previous = line;
  }
  return out;
}

/** Lines of a span that are shown, from 0, in order. */
function significant({ line, endLine }: Span, anchors: Anchors | undefined): number[] {
  const found = new Set([0, endLine - line]);
  for (const edge of anchors ? [anchors.line - line, anchors.endLine - line] : [])
    for (const near of [edge - 1, edge, edge + 1]) if (near >= 0 && near <= endLine - line) found.add(near);
  return [...found].toSorted((a, b) => a - b);
}
