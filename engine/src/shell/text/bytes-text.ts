import { concat, decode, encode } from "../../core/bytes.ts";
import { Content } from "../../vfs/content.ts";

const LONE = /[\u{DC80}-\u{DCFF}]/u;

/** How many bytes the UTF-8 sequence at `at` has; 0 where there is none. */
function sequence(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : (first & 0xf0) === 0xe0 ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return decode(bytes.subarray(at, at + length)).includes("\uFFFD") ? 0 : length;
}

/** Bytes as text: UTF-8, and each byte that is not part of it as a lone surrogate U+DC80 to U+DCFF. */
export function textOf(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (!text.includes("\uFFFD")) return text;
  let out = "";
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequence(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    out += decode(bytes.subarray(from, at)) + String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
    from = ++at;
  }
  return out + decode(bytes.subarray(from));
}

/** The bytes that `textOf` made this text of. */
export function bytesOf(text: string): Uint8Array {
  if (!LONE.test(text)) return encode(text);
  const parts: Uint8Array[] = [];
  for (const part of text.split(/([\u{DC80}-\u{DCFF}])/u)) {
    parts.push(
      part.length === 1 && LONE.test(part) ? Uint8Array.of(part.charCodeAt(0) & 0xff) : encode(part),
    );
  }
  return concat(parts);
}

/** A file's content from text that a program wrote. */
export const contentOf = (text: string): Content => Content.of(LONE.test(text) ? bytesOf(text) : text);
