import { cutBlank, isSpace, trim } from "./space.ts";

/** An instruction's line in its three parts. */
export interface CommandLine {
  readonly keyword: string;
  /** `--name` and `--name=value`, quotes and escapes taken away. */
  readonly flags: readonly string[];
  readonly rest: string;
}

const DASH = 0x2d;

/** Parts a line with all continuations joined; flags are the leading words that begin with `--`. */
export function splitCommand(line: string, escape: string): CommandLine {
  const text = trim(line);
  const cut = cutBlank(text);
  if (cut === undefined) return { keyword: text, flags: [], rest: "" };
  const [keyword, tail] = cut;
  if (tail.charCodeAt(0) !== DASH) return { keyword, flags: [], rest: tail };
  return { keyword, ...takeFlags(tail, escape) };
}

function takeFlags(text: string, escape: string): { flags: string[]; rest: string } {
  const flags: string[] = [];
  const length = text.length;
  let at = 0;
  for (;;) {
    while (at < length && isSpace(text.charCodeAt(at))) at++;
    if (at >= length) return { flags, rest: "" };
    if (text.charCodeAt(at) !== DASH || text.charCodeAt(at + 1) !== DASH) return { flags, rest: text.slice(at) };
    let word = "";
    let quote = "";
    for (; at < length; at++) {
      const character = text[at] ?? "";
      if (quote === "" && isSpace(text.charCodeAt(at))) break;
      if (character === escape) {
        if (at + 1 < length) word += text[++at] ?? "";
      } else if (character === quote) {
        quote = "";
      } else if (quote === "" && (character === "'" || character === '"')) {
        quote = character;
      } else {
        word += character;
      }
    }
    if (word === "--") return { flags, rest: trim(text.slice(at)) };
    flags.push(word);
  }
}
