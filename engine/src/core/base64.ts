import { decode, encode } from "./bytes.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const CODES = encode(ALPHABET);
const PADDING = 0x3d;
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));

/** RFC 4648, section 4, with padding. */
export function toBase64(bytes: Uint8Array): string {
  const letters = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const count = Math.min(4, bytes.length - at + 1);
    for (let i = 0; i < count; i++) letters[to + i] = CODES[(group >> (18 - 6 * i)) & 63] ?? PADDING;
    to += 4;
  }
  return decode(letters);
}

/** White space and missing padding are forgiven; undefined where another letter stands. */
export function fromBase64(text: string): Uint8Array | undefined {
  const letters = text.replace(/\s+/g, "").replace(/={1,2}$/, "");
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let group = 0;
  let bits = 0;
  let at = 0;
  for (const letter of letters) {
    const value = VALUES.get(letter);
    if (value === undefined) return undefined;
    group = ((group << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (group >> bits) & 0xff;
    }
  }
  return bytes;
}
