import { bytesOf } from "../text/bytes-text.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\u0007": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
};
const LISTED = 69;

/** The text without anything that does not print, in rows of 69 columns (POSIX sed, `l`). */
export function listed(space: string, ending: string): string {
  let out = "";
  let column = 0;
  for (const byte of bytesOf(space)) {
    const character = String.fromCharCode(byte);
    const shown =
      ESCAPES[character] ??
      (byte >= 0x20 && byte < 0x7f ? character : `\\${byte.toString(8).padStart(3, "0")}`);
    if (column + shown.length > LISTED) {
      out += "\\\n";
      column = 0;
    }
    out += shown;
    column += shown.length;
  }
  return `${out}$${ending}`;
}
