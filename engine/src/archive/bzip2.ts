import { BitReader } from "./bit-reader.ts";
import { type ArchiveLimits, type ArchiveRefusal, LIMITS } from "./limits.ts";
import { type PrefixCode, prefixCode, readSymbol } from "./prefix-code.ts";
import { type Unpacked, refuse, unpack } from "./unpacked.ts";

const BLOCK = [0x314159, 0x265359] as const;
const END = [0x177245, 0x385090] as const;
const BLOCK_STEP = 100_000;
const LARGEST_BLOCK = 9 * BLOCK_STEP;
const LONGEST_CODE = 20;
/** So many symbols are written with one code before the next selector says which comes now. */
const GROUP = 50;

/** Does it begin like bzip2? */
export const isBzip2 = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x42 && bytes[1] === 0x5a && bytes[2] === 0x68;

/** All streams one after another; checksums of blocks and streams must hold. */
export const bunzip2 = (bytes: Uint8Array, limits: ArchiveLimits = LIMITS): Uint8Array | ArchiveRefusal =>
  unpack(bytes, limits, (packed, out) => {
    const block = new Uint32Array(LARGEST_BLOCK);
    let at = 0;
    while (at < packed.length) at = readStream(packed, at, block, out);
  });

/** @returns where the next stream begins */
function readStream(bytes: Uint8Array, at: number, space: Uint32Array, out: Unpacked): number {
  const level = (bytes[at + 3] ?? 0) - 0x30;
  if (!isBzip2(bytes.subarray(at)) || level < 1 || level > 9) refuse("bzip2 data invalid: bad magic value");
  const bits = new BitReader(bytes, at + 4, "bzip2");
  const block = space.subarray(0, level * BLOCK_STEP);
  let checksum = 0;
  for (;;) {
    const magic = [bits.read(24), bits.read(24)];
    const told = ((bits.read(16) << 16) | bits.read(16)) >>> 0;
    if (magic[0] === END[0] && magic[1] === END[1]) {
      if (told !== checksum >>> 0) refuse("bzip2 data invalid: file checksum mismatch");
      return bits.next;
    }
    if (magic[0] !== BLOCK[0] || magic[1] !== BLOCK[1]) refuse("bzip2 data invalid: bad magic value found");
    const from = out.length;
    readBlock(bits, block, out);
    const found = checksumOf(out.bytes, from, out.length);
    if (found !== told) refuse("bzip2 data invalid: block checksum mismatch");
    checksum = ((checksum << 1) | (checksum >>> 31)) ^ found;
  }
}

function readBlock(bits: BitReader, block: Uint32Array, out: Unpacked): void {
  if (bits.read(1) === 1) refuse("bzip2 data invalid: deprecated randomized files");
  const origin = bits.read(24);
  const used = readUsed(bits);
  const codes = readCodes(bits, used.length + 2);
  const length = readSymbols(bits, used, codes, block);
  if (origin >= length) refuse("bzip2 data invalid: pointer out of bounds");
  expand(block, length, origin, out);
}

/** The byte values that occur, sixteen to a word, and a word that tells which words there are. */
function readUsed(bits: BitReader): number[] {
  const words = bits.read(16);
  const used: number[] = [];
  for (let word = 0; word < 16; word++) {
    if (((words >> (15 - word)) & 1) === 0) continue;
    const map = bits.read(16);
    for (let bit = 0; bit < 16; bit++) if ((map >> (15 - bit)) & 1) used.push(word * 16 + bit);
  }
  if (used.length === 0) refuse("bzip2 data invalid: no symbols in input");
  return used;
}

interface Codes {
  readonly codes: readonly PrefixCode[];
  /** Which code each group of symbols is written with. */
  readonly selectors: readonly number[];
}

function readCodes(bits: BitReader, symbols: number): Codes {
  const count = bits.read(3);
  if (count < 2 || count > 6) refuse("bzip2 data invalid: invalid number of Huffman trees");
  const groups = bits.read(15);
  const recent = Array.from({ length: count }, (_, i) => i);
  const selectors: number[] = [];
  for (let group = 0; group < groups; group++) {
    let place = 0;
    while (bits.read(1) === 1) if (++place >= count) refuse("bzip2 data invalid: tree index too large");
    const [selector = 0] = recent.splice(place, 1);
    recent.unshift(selector);
    selectors.push(selector);
  }
  const codes = recent.map(() => {
    let length = bits.read(5);
    const lengths = Array.from({ length: symbols }, () => {
      for (;;) {
        if (length < 1 || length > LONGEST_CODE) refuse("bzip2 data invalid: Huffman length out of range");
        if (bits.read(1) === 0) return length;
        length += bits.read(1) === 0 ? 1 : -1;
      }
    });
    return prefixCode(lengths, LONGEST_CODE);
  });
  return { codes, selectors };
}

/**
 * Reads symbols up to the end of the block: runs of the byte that stands first, written as digits 1 and 2, and places in
 * the list of recent bytes.
 */
function readSymbols(bits: BitReader, used: readonly number[], tables: Codes, block: Uint32Array): number {
  const { codes, selectors } = tables;
  const end = used.length + 1;
  const recent = [...used];
  let length = 0;
  let run = 0;
  let weight = 1;
  for (let read = 0; ; read++) {
    const code = codes[selectors[Math.floor(read / GROUP)] ?? -1];
    const symbol = code && readSymbol(bits, code);
    if (symbol === undefined)
      refuse("bzip2 data invalid: insufficient selector indices for number of decoded symbols");
    if (symbol < 2) {
      run += weight << symbol;
      weight <<= 1;
      if (run > block.length) refuse("bzip2 data invalid: repeat count too large");
      continue;
    }
    if (length + run > block.length) refuse("bzip2 data invalid: repeats past end of block");
    if (run > 0) block.fill(recent[0] ?? 0, length, length + run);
    length += run;
    run = 0;
    weight = 1;
    if (symbol === end) return length;
    if (length >= block.length) refuse("bzip2 data invalid: data exceeds block size");
    const [byte = 0] = recent.splice(symbol - 1, 1);
    recent.unshift(byte);
    block[length++] = byte;
  }
}

/** Undoes the sorting, and then the runs: four equal bytes are followed by how many more there are. */
function expand(block: Uint32Array, length: number, origin: number, out: Unpacked): void {
  const starts = new Uint32Array(257);
  // The indices of the loops are below `length`, which is within the block.
  for (let i = 0; i < length; i++) starts[(block[i]! & 0xff) + 1]!++;
  for (let byte = 0; byte < 256; byte++) starts[byte + 1]! += starts[byte]!;
  for (let i = 0; i < length; i++) block[starts[block[i]! & 0xff]!++]! |= i << 8;
  let at = block[origin]! >>> 8;
  let last = -1;
  let same = 0;
  out.reserve(length);
  for (let i = 0; i < length; i++) {
    const entry = block[at]!;
    at = entry >>> 8;
    const byte = entry & 0xff;
    if (same === 4) {
      out.reserve(byte + length - i);
      out.bytes.fill(last, out.length, out.length + byte);
      out.length += byte;
      same = 0;
      last = -1;
      continue;
    }
    same = byte === last ? same + 1 : 1;
    last = byte;
    out.bytes[out.length++] = byte;
  }
}

const TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24;
  for (let bit = 0; bit < 8; bit++) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  return sum;
});

/** CRC-32 with the highest bit first, as only bzip2 counts it. */
function checksumOf(bytes: Uint8Array, from: number, to: number): number {
  let sum = -1;
  for (let i = from; i < to; i++) sum = (sum << 8) ^ (TABLE[(sum >>> 24) ^ (bytes[i] ?? 0)] ?? 0);
  return ~sum >>> 0;
}
