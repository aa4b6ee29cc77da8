import { visibleLines } from "../visible.ts";

/** Text for a field that has room for so many characters, as it will be seen; what was cut off ends in `…`, never in half a character. */
export function clipped(text: string, most: number): string {
  const shown = visibleLines(text);
  return shown.length <= most ? shown : `${shown.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
