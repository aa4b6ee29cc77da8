import { inflateSync } from "fflate";
import { decode } from "../core/bytes.ts";
import { crc32 } from "./crc.ts";
import { type ArchiveLimits, type ArchiveRefusal, broken, LIMITS, tooMuch } from "./limits.ts";

/** One member of a zip archive (PKWARE's APPNOTE, 4.3), in the order of its directory at the end. */
export interface ZipMember {
  /** As it is written; a folder's ends in a slash. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Was it packed, or only stored? */
  readonly packed: boolean;
  /** Permission bits where a Unix wrote them. */
  readonly mode: number | undefined;
  /** Calendar fields of its local time: `2026-11-21 18:37:58`. */
  readonly time: string;
}

const [END, ENTRY, HEADER] = [0x0605_4b50, 0x0201_4b50, 0x0403_4b50];
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const UNIX = 3;
const [STORED, DEFLATED] = [0, 8];

const two = (value: number): string => String(value).padStart(2, "0");
const timeOf = (day: number, time: number): string =>
  `${1980 + (day >> 9)}-${two((day >> 5) & 15)}-${two(day & 31)} ${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`;

/** Where the directory at the end begins to end; undefined where there is none. */
function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--)
    if (view.getUint32(at, true) === END) return at;
  return undefined;
}

/** Reads a whole archive within limits; sizes that it claims are checked before anything is unpacked. */
export function readZip(bytes: Uint8Array, limits: ArchiveLimits = LIMITS): ZipMember[] | ArchiveRefusal {
  if (bytes.length > limits.packed) return tooMuch(`${limits.packed} bytes packed`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length < END_SIZE ? undefined : endOf(view);
  if (end === undefined) return broken("zip: no directory at its end");
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) return tooMuch(`${limits.entries} entries`);
  const members: ZipMember[] = [];
  let total = 0;
  let at = view.getUint32(end + 16, true);
  try {
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== ENTRY) return broken("zip: bad directory");
      const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
      const [packedSize, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
      const nameSize = view.getUint16(at + 28, true);
      const name = decode(bytes.subarray(at + 46, at + 46 + nameSize));
      const local = view.getUint32(at + 42, true);
      if ((flags & 1) !== 0) return broken(`zip: ${name} is encrypted`);
      if (method !== STORED && method !== DEFLATED) return broken(`zip: method ${method} of ${name}`);
      total += size;
      if (size > limits.file || total > limits.unpacked) return tooMuch(`${limits.unpacked} bytes unpacked`);
      if (view.getUint32(local, true) !== HEADER) return broken(`zip: no header of ${name}`);
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const raw = bytes.subarray(from, from + packedSize);
      // Into a buffer of the size that was checked: more than that is not unpacked.
      const content = method === STORED ? raw : inflateSync(raw, { out: new Uint8Array(size) });
      if (content.length !== size || crc32(content) !== view.getUint32(at + 16, true))
        return broken(`zip: bad CRC of ${name}`);
      const attributes = view.getUint32(at + 38, true) >>> 16;
      members.push({
        name,
        bytes: content,
        packed: method === DEFLATED,
        mode: view.getUint8(at + 5) === UNIX && attributes !== 0 ? attributes & 0o7777 : undefined,
        time: timeOf(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
      });
      at += 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    return broken(`zip: ${error instanceof Error ? error.message : String(error)}`);
  }
  return members;
}
