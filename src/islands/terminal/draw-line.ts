import type { LineState } from "./line-state.ts";

/** What to write so that a line stands on the screen, and where the cursor then has to be. */
export interface Drawn {
  readonly text: string;
  /** Rows below the first one, of the end and of the cursor. */
  readonly endRow: number;
  readonly cursorRow: number;
  readonly cursorColumn: number;
}

const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/;

/** Cells of a piece of text; xterm counts as `wcwidth` of Unicode 6 does, so an emoji of two units takes one. */
const cells = (text: string): number => {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
};

/** Lays out prompt and line in rows of `columns` cells. `prompt` is the text without colours; the first line begins with `colouredPrompt`. */
export const drawLine = (
  state: LineState,
  prompt: string,
  colouredPrompt: string,
  columns: number,
): Drawn => {
  const searching = state.search;
  const head = searching
    ? `(${searching.failed ? "failed " : ""}reverse-i-search)\`${searching.query}': `
    : prompt;
  const lines = state.text.split("\n");
  let row = 0;
  let units = 0;
  let cursor = { row: 0, column: 0 };
  lines.forEach((line, index) => {
    const lead = cells(index === 0 ? head : "> ");
    const inLine = state.cursor - units;
    if (inLine >= 0 && inLine <= line.length) {
      const offset = lead + cells(line.slice(0, inLine));
      cursor = { row: row + Math.floor(offset / columns), column: offset % columns };
    }
    row += Math.floor((lead + cells(line)) / columns) + (index < lines.length - 1 ? 1 : 0);
    units += line.length + 1;
  });
  const first = searching ? head : colouredPrompt;
  const last = cells(lines.length === 1 ? head : "> ") + cells(lines.at(-1) ?? "");
  // A line that ends with the last cell leaves the cursor there; a space takes it into the next row, as readline does.
  const turn = last > 0 && last % columns === 0 ? " \r" : "";
  return {
    text: first + lines.join("\r\n> ") + turn,
    endRow: row,
    cursorRow: cursor.row,
    cursorColumn: cursor.column,
  };
};

/** What to send so that a line replaces the one before it, whose cursor stood `cursorRow` rows below its first. */
export const redraw = (drawn: Drawn, cursorRow: number): string => {
  const up = cursorRow > 0 ? `\x1b[${cursorRow}A` : "";
  const back = drawn.endRow > drawn.cursorRow ? `\x1b[${drawn.endRow - drawn.cursorRow}A` : "";
  const right = drawn.cursorColumn > 0 ? `\x1b[${drawn.cursorColumn}C` : "";
  return `\r${up}\x1b[J${drawn.text}${back}\r${right}`;
};
