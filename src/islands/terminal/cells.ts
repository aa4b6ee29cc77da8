const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/;
/** Marks that stand over the character before them, and characters that nobody sees. */
const NARROW = /\p{Mn}|\p{Me}|[\u200B-\u200F\u202A-\u202E\u2060-\u2064]/u;

/** Cells of one character; xterm counts as `wcwidth` of Unicode 6 does, so an emoji of two units takes one. */
const cellsOf = (character: string): number => (WIDE.test(character) ? 2 : NARROW.test(character) ? 0 : 1);

/** A place on the screen, from where a line begins. `column` is `columns` where the row is full and nothing has followed yet. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Where text that is written at a place leaves the cursor: what does not fit in the last cell begins the next row. */
export const cellAfter = (text: string, { row, column }: Cell, columns: number): Cell => {
  let [y, x] = [row, column];
  for (const character of text) {
    const width = Math.min(cellsOf(character), columns);
    if (x + width > columns) [y, x] = [y + 1, 0];
    x += width;
  }
  return { row: y, column: x };
};
