import { LzmaDecoder, type LzmaProperties, readProperties } from "./lzma.ts";
import { RangeDecoder } from "./range-decoder.ts";
import { type Unpacked, refuse, refuseMore } from "./unpacked.ts";

/** What a chunk starts anew, from less to more. */
const KEEP = 0;
const NEW_PROPERTIES = 2;
const NEW_DICTIONARY = 3;
/** How often a file may start anew: each time costs as much as many bytes, and xz itself does it once in megabytes. */
const RESETS = 10_000;

/** Reads the chunks of an LZMA2 stream. @returns where the bytes go on behind it */
export function readLzma2(bytes: Uint8Array, from: number, out: Unpacked): number {
  let at = from;
  let start = out.length;
  let properties: LzmaProperties | undefined;
  let decoder: LzmaDecoder | undefined;
  let fresh = true;
  const byte = (): number => bytes[at++] ?? refuse("xz: unexpected end of input");
  const short = (): number => (byte() << 8) | byte();
  for (;;) {
    const control = byte();
    if (control === 0) return at;
    if (control < 0x80) {
      if (control > 2 || (fresh && control === 2)) refuse("xz: compressed data is corrupt");
      if (control === 1) start = out.length;
      fresh = false;
      const size = short() + 1;
      if (at + size > bytes.length) refuse("xz: unexpected end of input");
      out.reserve(size);
      out.bytes.set(bytes.subarray(at, at + size), out.length);
      out.length += size;
      at += size;
      continue;
    }
    const anew = (control >> 5) & 3;
    if (fresh && anew !== NEW_DICTIONARY) refuse("xz: compressed data is corrupt");
    if (anew === NEW_DICTIONARY) start = out.length;
    fresh = false;
    const size = ((control & 0x1f) << 16) + short() + 1;
    const packed = short() + 1;
    if (anew >= NEW_PROPERTIES) properties = readProperties(byte());
    if (!properties) refuse("xz: compressed data is corrupt");
    if (anew !== KEEP) {
      if (++out.resets > RESETS) refuseMore(`${RESETS} resets`);
      decoder = new LzmaDecoder(properties);
    }
    if (!decoder) refuse("xz: compressed data is corrupt");
    if (at + packed > bytes.length) refuse("xz: unexpected end of input");
    const range = new RangeDecoder(bytes.subarray(at, at + packed));
    decoder.decode(range, out, start, size);
    if (!range.ended) refuse("xz: compressed data is corrupt");
    at += packed;
  }
}
