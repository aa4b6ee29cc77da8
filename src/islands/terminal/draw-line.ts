import { type Cell, cellAfter } from "./cells.ts";
import type { LineState } from "./line-state.ts";

/** What to write so that a line stands on the screen, and where the cursor then has to be. */
export interface Drawn {
  readonly text: string;
  /** Rows below the first one, of the end and of the cursor. */
  readonly endRow: number;
  readonly cursorRow: number;
  readonly cursorColumn: number;
}

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
  let end: Cell = { row: 0, column: 0 };
  let units = 0;
  let cursor = end;
  lines.forEach((line, index) => {
    const begin = cellAfter(
      index === 0 ? head : "> ",
      { row: index === 0 ? 0 : end.row + 1, column: 0 },
      columns,
    );
    const inLine = state.cursor - units;
    if (inLine >= 0 && inLine <= line.length) cursor = cellAfter(line.slice(0, inLine), begin, columns);
    end = cellAfter(line, begin, columns);
    units += line.length + 1;
  });
  // A line that ends with the last cell leaves the cursor there; a space takes it into the next row, as readline does.
  const isFull = end.column === columns;
  const turned = ({ row, column }: Cell): Cell =>
    column === columns ? { row: row + 1, column: 0 } : { row, column };
  cursor = turned(cursor);
  const first = searching ? head : colouredPrompt;
  return {
    text: first + lines.join("\r\n> ") + (isFull ? " \r" : ""),
    endRow: turned(end).row,
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
