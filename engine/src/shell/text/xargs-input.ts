import type { Flavour } from "../process.ts";

/** A word for the command, and whether its line ends with it: a blank at the end of a line goes on with the next one. */
export interface XargsItem {
  readonly text: string;
  readonly ends: boolean;
}

/** A quote that its line does not close. */
export class UnmatchedQuote {
  readonly kind: "single" | "double";
  constructor(quote: string) {
    this.kind = quote === "'" ? "single" : "double";
  }
}

/** Items between delimiters, as `-0` and `-d` part them: nothing in them is special. */
export function* parted(text: string, delimiter: string): Generator<XargsItem> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf(delimiter, from);
    yield { text: text.slice(from, end < 0 ? undefined : end), ends: true };
    from = end < 0 ? text.length : end + 1;
  }
}

/**
 * Items as xargs reads them by itself: blanks and line feeds part them, with `lines` only line feeds; quotes and backslashes
 * keep them together, but for the lines of busybox. @throws {UnmatchedQuote} when it comes to one
 */
export function* items(text: string, lines: boolean, flavour: Flavour): Generator<XargsItem> {
  const quotes = !(lines && flavour === "busybox");
  for (let i = 0; i < text.length;) {
    while (i < text.length && /\s/.test(text[i] ?? "")) i++;
    if (i >= text.length) return;
    let word = "";
    for (; i < text.length && text[i] !== "\n"; i++) {
      const character = text[i] ?? "";
      if (!lines && (character === " " || character === "\t")) break;
      if (quotes && (character === "'" || character === '"')) {
        const end = text.slice(i + 1).search(character === "'" ? /['\n]/ : /["\n]/);
        if (end < 0 || text[i + 1 + end] === "\n") throw new UnmatchedQuote(character);
        word += text.slice(i + 1, i + 1 + end);
        i += end + 1;
      } else word += quotes && character === "\\" ? (text[++i] ?? "") : character;
    }
    yield { text: word, ends: text[i] === "\n" };
  }
}
