const PICTURES = 0x2400;

/** A text as lines that can be read in a diff: control characters show as their pictures, a missing last line end as `\`. */
export function markedLines(mark: string, text: string): string[] {
  if (text === "") return [];
  const lines = shown(text).split("\n");
  const last = lines.pop();
  const blank = lines.findLastIndex((line) => line !== "") + 1;
  const own = lines.map((line, i) =>
    i < blank || last !== "" || mark.trim() !== "" ? withMark(mark, line) : mark,
  );
  return last === "" || last === undefined ? own : [...own, withMark(mark, last), "\\"];
}

/** An empty line at the end of an indented block keeps its mark: without it, it would only part two blocks. */
const withMark = (mark: string, line: string): string => (line === "" ? mark.trimEnd() : `${mark}${line}`);

/** Control characters but tabs and line ends as their pictures. */
export const shown = (text: string): string =>
  text.replaceAll(/[\u0000-\u0008\u000b-\u001f]/g, (sign) =>
    String.fromCharCode(PICTURES + sign.charCodeAt(0)),
  );

/** What `shown` hid comes back. */
export const plain = (text: string): string =>
  text.replaceAll(/[\u2400-\u241f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - PICTURES));
