const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u;
const PLAIN = /^[\u0020-\u007E]*$/;

/** Cells that a text takes on a terminal. A pictograph counts as two, which is the most that any terminal gives it. */
export function cells(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** As many characters as fit into that many cells. */
export function cutCells(text: string, room: number): string {
  if (PLAIN.test(text)) return text.slice(0, Math.max(0, room));
  let width = 0;
  let kept = "";
  for (const character of text) {
    width += WIDE.test(character) ? 2 : 1;
    if (width > room) break;
    kept += character;
  }
  return kept;
}

/** Spaces at the end until the text takes that many cells. */
export const padCells = (text: string, width: number): string =>
  text + " ".repeat(Math.max(0, width - cells(text)));
