export interface Piece {
  readonly text: string;
  /** Class of the colour, as in the editor's theme: keyword, string, comment, flag or variable. */
  readonly kind?: "k" | "s" | "c" | "v";
}

const pieces = /("(?:[^"\\]|\\.)*"|'[^']*')|(\$\{?\w+\}?)|((?<=\s)--?[A-Za-z][\w-]*)/g;

/** The colours of a Dockerfile for pages without scripts; a line at a time, good enough to read. */
export const colour = (text: string): readonly (readonly Piece[])[] =>
  text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => {
      if (/^\s*#/.test(line)) return [{ text: line, kind: "c" }];
      const keyword = /^\s*[A-Z]+(?=\s)/.exec(line)?.[0] ?? "";
      const found: Piece[] = keyword === "" ? [] : [{ text: keyword, kind: "k" }];
      let at = keyword.length;
      for (const match of line.slice(keyword.length).matchAll(pieces)) {
        const start = keyword.length + match.index;
        if (start > at) found.push({ text: line.slice(at, start) });
        found.push({ text: match[0], kind: match[1] === undefined ? "v" : "s" });
        at = start + match[0].length;
      }
      if (at < line.length) found.push({ text: line.slice(at) });
      return found;
    });
