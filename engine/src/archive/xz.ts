import { notSimulated } from "../core/engine-error.ts";
import { sha256 } from "../core/sha256.ts";
import { crc32, crc64 } from "./crc.ts";
import { type ArchiveLimits, type ArchiveRefusal, LIMITS } from "./limits.ts";
import { readLzma2 } from "./lzma2.ts";
import { type Unpacked, refuse, unpack } from "./unpacked.ts";

const MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0];
const LZMA2 = 0x21;
/** Bytes of a check, by its id. */
const CHECK_SIZES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/** Does it begin like xz? */
export const isXz = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte);

/**
 * All streams of an .xz file one after another (The .xz File Format 1.2.1); the checks of its blocks must hold.
 *
 * @throws {EngineError} NOT_SIMULATED for filters beside LZMA2, which nobody packs a tar with.
 */
export const unxz = (bytes: Uint8Array, limits: ArchiveLimits = LIMITS): Uint8Array | ArchiveRefusal =>
  unpack(bytes, limits, (packed, out) => {
    const file = new XzFile(packed, out);
    do file.readStream();
    while (file.hasMore());
  });

class XzFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #out: Unpacked;
  #at = 0;

  constructor(bytes: Uint8Array, out: Unpacked) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#out = out;
  }

  /** Zeros may stand behind a stream, four by four. */
  hasMore(): boolean {
    const from = this.#at;
    while (this.#at < this.#bytes.length && this.#bytes[this.#at] === 0) this.#at++;
    if ((this.#at - from) % 4 !== 0) refuse("xz: compressed data is corrupt");
    return this.#at < this.#bytes.length;
  }

  readStream(): void {
    const header = this.#at;
    if (!isXz(this.#bytes.subarray(header))) refuse("xz: file format not recognized");
    this.#at += 8;
    const flags = this.#bytes[header + 7] ?? 0;
    if (this.#bytes[header + 6] !== 0 || flags > 15) refuse("xz: unsupported options");
    this.#checkSum(header + 6);
    const sizes: number[] = [];
    while (this.#peek() !== 0) sizes.push(this.#readBlock(flags));
    this.#readIndex(sizes);
    const footer = this.#at;
    const sum = this.#long(footer);
    this.#at = footer + 12;
    const told = crc32(this.#bytes.subarray(footer + 4, footer + 10));
    const ends = this.#bytes[footer + 10] === 0x59 && this.#bytes[footer + 11] === 0x5a;
    if (!ends || sum !== told || this.#bytes[footer + 9] !== flags) refuse("xz: compressed data is corrupt");
  }

  /** @returns how many bytes came out */
  #readBlock(check: number): number {
    const start = this.#at;
    const size = (this.#byte() + 1) * 4;
    const flags = this.#byte();
    if (flags & 0x3c) refuse("xz: unsupported options");
    if (flags & 0x40) this.#number();
    const told = flags & 0x80 ? this.#number() : undefined;
    const [filter, properties] = [this.#number(), this.#number()];
    if ((flags & 3) !== 0 || filter !== LZMA2)
      throw notSimulated("xz with a filter beside LZMA2", "unpack it");
    this.#at += properties;
    if (properties !== 1 || this.#at > start + size - 4) refuse("xz: unsupported options");
    this.#at = start + size - 4;
    this.#checkSum(start);
    const from = this.#out.length;
    const data = this.#at;
    this.#at = readLzma2(this.#bytes, data, this.#out);
    const length = this.#out.length - from;
    if (told !== undefined && told !== length) refuse("xz: compressed data is corrupt");
    while ((this.#at - data) % 4 !== 0) if (this.#byte() !== 0) refuse("xz: compressed data is corrupt");
    if (!this.#checkHolds(check, this.#out.bytes.subarray(from, this.#out.length)))
      refuse("xz: compressed data is corrupt");
    this.#at += CHECK_SIZES[check] ?? 0;
    return length;
  }

  #checkHolds(check: number, block: Uint8Array): boolean {
    if (check === 1) return this.#long(this.#at) === crc32(block);
    if (check === 4) {
      const { low, high } = crc64(block);
      return this.#long(this.#at) === low && this.#long(this.#at + 4) === high;
    }
    if (check !== 10) return true;
    const told = this.#bytes.subarray(this.#at, this.#at + 32);
    return sha256(block) === Array.from(told, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** The index says once more how large each block is. */
  #readIndex(sizes: readonly number[]): void {
    const start = this.#at++;
    if (this.#number() !== sizes.length) refuse("xz: compressed data is corrupt");
    for (const size of sizes) {
      this.#number();
      if (this.#number() !== size) refuse("xz: compressed data is corrupt");
    }
    while ((this.#at - start) % 4 !== 0) if (this.#byte() !== 0) refuse("xz: compressed data is corrupt");
    this.#checkSum(start);
  }

  /** Reads the CRC-32 of all bytes from `start` to here. */
  #checkSum(start: number): void {
    const sum = crc32(this.#bytes.subarray(start, this.#at));
    if (this.#long(this.#at) !== sum) refuse("xz: compressed data is corrupt");
    this.#at += 4;
  }

  #peek(): number {
    return this.#bytes[this.#at] ?? refuse("xz: unexpected end of input");
  }

  #byte(): number {
    const byte = this.#peek();
    this.#at++;
    return byte;
  }

  /** Seven bits a byte, the lowest first; sizes beyond 2⁵³ are no sizes. */
  #number(): number {
    let value = 0;
    for (let weight = 1; weight < 2 ** 53; weight *= 128) {
      const byte = this.#byte();
      value += (byte & 0x7f) * weight;
      if (byte < 0x80) return value;
    }
    return refuse("xz: compressed data is corrupt");
  }

  #long(at: number): number {
    return at + 4 <= this.#bytes.length
      ? this.#view.getUint32(at, true)
      : refuse("xz: unexpected end of input");
  }
}
