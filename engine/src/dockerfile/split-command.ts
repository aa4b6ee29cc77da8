import { decode, encode } from "../core/bytes.ts";
import { cutBlank, isSpace, trim, trimStart } from "./space.ts";

/** An instruction's line in its three parts. */
interface CommandLine {
  readonly keyword: string;
  /** `--name` and `--name=value`, quotes and escapes taken away. */
  readonly flags: readonly string[];
  readonly rest: string;
}

const DASH = 0x2d;
const PLAIN = /^[\t -~]*$/;

/** Parts a line with all continuations joined; flags are the leading words that begin with `--`. */
export function splitCommand(line: string, escape: string): CommandLine {
  const text = trim(line);
  const cut = cutBlank(text);
  if (cut === undefined) return { keyword: text, flags: [], rest: "" };
  const [keyword] = cut;
  const tail = trimStart(cut[1]);
  if (tail.charCodeAt(0) !== DASH) return { keyword, flags: [], rest: tail };
  return { keyword, ...(PLAIN.test(tail) ? takeFlags(tail, escape) : takeByteFlags(tail, escape)) };
}

/** BuildKit takes each byte of a flag for a character, so what is not ASCII comes out garbled: `é` as `Ã©`. */
function takeByteFlags(text: string, escape: string): { flags: string[]; rest: string } {
  const bytes = Array.from(encode(text), (byte) => String.fromCharCode(byte)).join("");
  const { flags, rest } = takeFlags(bytes, escape);
  return { flags, rest: trim(decode(Uint8Array.from(rest, (character) => character.charCodeAt(0)))) };
}

function takeFlags(text: string, escape: string): { flags: string[]; rest: string } {
  const flags: string[] = [];
  const length = text.length;
  let at = 0;
  for (;;) {
    while (at < length && isSpace(text.charCodeAt(at))) at++;
    if (at >= length) return { flags, rest: "" };
    if (text.charCodeAt(at) !== DASH || text.charCodeAt(at + 1) !== DASH)
      return { flags, rest: text.slice(at) };
    let word = "";
    let quote = "";
    let start = at;
    for (; at < length; at++) {
      const character = text[at] ?? "";
      if (quote === "" && isSpace(text.charCodeAt(at))) break;
      const closes = character === quote;
      const opens = quote === "" && (character === "'" || character === '"');
      if (!closes && !opens && character !== escape) continue;
      word += text.slice(start, at);
      start = at + 1;
      if (closes) quote = "";
      else if (opens) quote = character;
      else at++;
    }
    word += text.slice(start, at);
    at = Math.min(at, length);
    if (word === "--") return { flags, rest: trim(text.slice(at)) };
    flags.push(word);
  }
}
