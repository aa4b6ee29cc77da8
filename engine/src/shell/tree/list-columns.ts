import type { Flavour } from "../process.ts";

const TAB = 8;

/** Blanks from one column to another as GNU's ls has them: tabs where they reach. */
function indent(from: number, to: number): string {
  let blanks = "";
  for (let at = from; at < to;) {
    const tabs = Math.floor(to / TAB) > Math.floor((at + 1) / TAB);
    blanks += tabs ? "\t" : " ";
    at = tabs ? at + TAB - (at % TAB) : at + 1;
  }
  return blanks;
}

const widthsIn = (sizes: readonly number[], columns: number, rows: number, across: boolean): number[] => {
  const widths = Array.from({ length: columns }, () => 3);
  for (const [i, size] of sizes.entries()) {
    const column = across ? i % columns : Math.floor(i / rows);
    const last = column === columns - 1;
    widths[column] = Math.max(widths[column] ?? 3, size + (last ? 0 : 2));
  }
  return widths;
};

/** As many columns as the line holds, each as wide as it needs to be. */
function gnuWidths(sizes: readonly number[], line: number, across: boolean): number[] {
  for (let columns = Math.min(sizes.length, Math.max(1, Math.floor(line / 3))); columns > 1; columns--) {
    const rows = Math.ceil(sizes.length / columns);
    const widths = widthsIn(sizes, columns, rows, across);
    // Down a column, fewer may be enough for all.
    if (widths.reduce((sum, width) => sum + width, 0) < line) return widths;
  }
  return [line];
}

/** busybox makes all columns as wide as the longest name and a gap. */
function busyboxWidths(sizes: readonly number[], line: number, gap: number): number[] {
  const widest = Math.max(...sizes) + gap;
  const columns = Math.max(1, Math.floor(line / widest));
  return Array.from({ length: columns }, () => widest);
}

/**
 * Names in columns as `ls -C` shows them, or with `across` as `ls -x` does.
 * `line`: characters that a line holds; `gap`: blanks between busybox's columns.
 */
export function listColumns(
  names: readonly string[],
  line: number,
  across: boolean,
  flavour: Flavour,
  gap = 2,
): string {
  if (names.length === 0) return "";
  const sizes = names.map((name) => [...name].length);
  const widths = flavour === "gnu" ? gnuWidths(sizes, line, across) : busyboxWidths(sizes, line, gap);
  const rows = Math.ceil(names.length / widths.length);
  let text = "";
  for (let row = 0; row < rows; row++) {
    let [at, next] = [0, 0];
    for (const [column, width] of widths.entries()) {
      const i = across ? row * widths.length + column : column * rows + row;
      const name = names[i];
      if (name === undefined) break;
      text += (flavour === "gnu" ? indent(at, next) : " ".repeat(next - at)) + name;
      at = next + (sizes[i] ?? 0);
      next += width;
    }
    text += "\n";
  }
  return text;
}
