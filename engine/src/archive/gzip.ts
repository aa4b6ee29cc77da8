import { Gunzip, gzipSync } from "fflate";
import { concat } from "../core/bytes.ts";
import { type ArchiveLimits, type ArchiveRefusal, LIMITS, RATIO_FROM, broken, tooMuch } from "./limits.ts";

const STEP = 64 * 1024;
const UNKNOWN_SYSTEM = 255;

/** What the program gzip puts before the bytes (RFC 1952, 2.3). */
export interface GzipMember {
  /** Of the file that was packed, without its folder. */
  readonly name?: string | undefined;
  /** Of that file, in seconds since 1970. */
  readonly mtime?: number | undefined;
  readonly level?: Level;
}
type Level = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
const UNIX = 3;

/** The same bytes in every host: level 6, no time, no name, operating system 255. */
export function gzip(bytes: Uint8Array, member?: GzipMember): Uint8Array {
  const { level = 6, name } = member ?? {};
  const packed = gzipSync(bytes, { level, mtime: 0, ...(name === undefined ? {} : { filename: name }) });
  if (member) new DataView(packed.buffer, packed.byteOffset).setUint32(4, member.mtime ?? 0, true);
  packed[8] = member ? (level === 9 ? 2 : level === 1 ? 4 : 0) : (packed[8] ?? 0);
  packed[9] = member ? UNIX : UNKNOWN_SYSTEM;
  return packed;
}

/** Does it begin like gzip (RFC 1952, 2.3.1)? */
export const isGzip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;

/** All members one after another; the size that the file claims is not believed. */
export function gunzip(bytes: Uint8Array, limits: ArchiveLimits = LIMITS): Uint8Array | ArchiveRefusal {
  if (bytes.length > limits.packed) return tooMuch(`${limits.packed} bytes packed`);
  const parts: Uint8Array[] = [];
  let size = 0;
  let fed = 0;
  let ended = false;
  const stream = new Gunzip((part, final) => {
    size += part.length;
    parts.push(part);
    ended = final;
  });
  while (fed < bytes.length) {
    const next = Math.min(fed + STEP, bytes.length);
    try {
      stream.push(bytes.subarray(fed, next), next === bytes.length);
    } catch (error) {
      return broken(`gzip: ${error instanceof Error ? error.message : String(error)}`);
    }
    fed = next;
    if (size > limits.unpacked) return tooMuch(`${limits.unpacked} bytes unpacked`);
    if (size > RATIO_FROM && size > limits.ratio * fed)
      return tooMuch(`${limits.ratio} times its packed size`);
  }
  return ended ? concat(parts) : broken("gzip: unexpected EOF");
}
