import type { PatternReader } from "./pattern-reader.ts";

const SIGNS: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, "\\": 92 };
const HEX = /^[0-9a-fA-F]$/;
const OCTAL = /^[0-7]$/;
const DIGIT = /^[0-9]$/;

const length = (text: string): number => Array.from(text).length;

/** `\x41`, `\u0041`, `\U00000041`: the code, or undefined where it is none of them. */
function readHex(reader: PatternReader, escape: string, bytes: boolean): number | undefined {
  const digits = { x: 2, u: 4, U: 8 }[escape.slice(1)];
  if (digits === undefined || (bytes && digits > 2)) return undefined;
  const whole = escape + reader.while(digits, HEX);
  if (whole.length !== digits + 2) throw reader.problem(`incomplete escape ${whole}`, whole.length);
  const code = Number.parseInt(whole.slice(2), 16);
  if (code > 0x10_ff_ff) throw reader.problem(`bad escape ${whole}`, whole.length);
  return code;
}

function octal(reader: PatternReader, whole: string): number {
  const code = Number.parseInt(whole.slice(1), 8);
  if (code > 0o377)
    throw reader.problem(`octal escape value ${whole} outside of range 0-0o377`, whole.length);
  return code;
}

const bad = (reader: PatternReader, escape: string): Error =>
  reader.problem(`bad escape ${escape}`, length(escape));

function plain(reader: PatternReader, escape: string): number {
  if (/^\\[a-zA-Z0-9]$/.test(escape)) throw bad(reader, escape);
  return escape.codePointAt(1) ?? 92;
}

/** The character of an escape between brackets. `escape` has been taken; categories have been looked at before. */
export function readSetEscape(reader: PatternReader, escape: string, bytes: boolean): number {
  const sign = SIGNS[escape.slice(1)];
  if (sign !== undefined) return sign;
  const hex = readHex(reader, escape, bytes);
  if (hex !== undefined) return hex;
  if (OCTAL.test(escape.slice(1))) return octal(reader, escape + reader.while(2, OCTAL));
  return plain(reader, escape);
}

/** The character of an escape outside of brackets, or the group that it refers to. */
export function readEscape(
  reader: PatternReader,
  escape: string,
  bytes: boolean,
): { readonly code: number } | { readonly group: number; readonly length: number } {
  const letter = escape.slice(1);
  const sign = letter === "b" ? undefined : SIGNS[letter];
  if (sign !== undefined) return { code: sign };
  const hex = readHex(reader, escape, bytes);
  if (hex !== undefined) return { code: hex };
  if (letter === "0") return { code: octal(reader, escape + reader.while(2, OCTAL)) };
  if (!DIGIT.test(letter)) return { code: plain(reader, escape) };
  let whole = escape + reader.while(1, DIGIT);
  if (whole.length === 3 && /^\\[0-7]{2}$/.test(whole) && reader.next !== null && OCTAL.test(reader.next)) {
    whole += reader.get() ?? "";
    return { code: octal(reader, whole) };
  }
  return { group: Number(whole.slice(1)), length: whole.length };
}
