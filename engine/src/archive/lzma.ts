import { RangeDecoder } from "./range-decoder.ts";
import { type Unpacked, refuse } from "./unpacked.ts";

const STATES = 12;
const POSITIONS = 16;
const SHORTEST_MATCH = 2;
const EVEN = 1 << 10;

/** Chances that a bit is 0, in 2048ths; all even at first. */
const even = (count: number): Uint16Array => new Uint16Array(count).fill(EVEN);

/** How long a match is: three ranges of lengths, the first two with a table for each position. */
class LengthDecoder {
  readonly #choice = even(2);
  readonly #low = even(POSITIONS << 3);
  readonly #middle = even(POSITIONS << 3);
  readonly #high = even(256);

  read(range: RangeDecoder, position: number): number {
    if (range.bit(this.#choice, 0) === 0) return range.tree(this.#low, position << 3, 3);
    if (range.bit(this.#choice, 1) === 0) return 8 + range.tree(this.#middle, position << 3, 3);
    return 16 + range.tree(this.#high, 0, 8);
  }
}

/** `lc`, `lp` and `pb` in one byte; undefined where it is none that LZMA2 allows. */
export function readProperties(byte: number): LzmaProperties | undefined {
  if (byte >= 225) return undefined;
  const context = byte % 9;
  const literal = Math.floor(byte / 9) % 5;
  return context + literal > 4 ? undefined : { context, literal, position: Math.floor(byte / 45) };
}

/** How many bits of what came before choose the tables. */
export interface LzmaProperties {
  /** High bits of the byte before. */
  readonly context: number;
  /** Low bits of the place, for literals. */
  readonly literal: number;
  /** Low bits of the place, for all else. */
  readonly position: number;
}

/**
 * The state of an LZMA decoder between two resets (the LZMA specification that comes with the LZMA SDK). What was put out
 * is its dictionary.
 */
export class LzmaDecoder {
  readonly #properties: LzmaProperties;
  readonly #literals: Uint16Array;
  readonly #isMatch = even(STATES * POSITIONS);
  readonly #isRepeat = even(STATES);
  readonly #isRepeat0 = even(STATES);
  readonly #isRepeat1 = even(STATES);
  readonly #isRepeat2 = even(STATES);
  readonly #isLong0 = even(STATES * POSITIONS);
  readonly #slots = even(4 << 6);
  readonly #special = even(128);
  readonly #aligned = even(16);
  readonly #matches = new LengthDecoder();
  readonly #repeats = new LengthDecoder();
  #state = 0;
  /** The last four distances, less one. */
  #distances = [0, 0, 0, 0] as [number, number, number, number];

  constructor(properties: LzmaProperties) {
    this.#properties = properties;
    this.#literals = even(0x300 << (properties.context + properties.literal));
  }

  /** Puts out exactly `count` bytes. What lies before `start` in `out` is no part of the dictionary. */
  decode(range: RangeDecoder, out: Unpacked, start: number, count: number): void {
    const end = out.length + count;
    out.reserve(count);
    const mask = (1 << this.#properties.position) - 1;
    while (out.length < end) {
      const position = (out.length - start) & mask;
      if (range.bit(this.#isMatch, this.#state * POSITIONS + position) === 0) {
        this.#literal(range, out, start);
        continue;
      }
      const length = this.#match(range, position);
      this.#copy(out, start, length, end);
    }
  }

  #literal(range: RangeDecoder, out: Unpacked, start: number): void {
    const { context, literal } = this.#properties;
    const place = out.length - start;
    const before = place === 0 ? 0 : (out.bytes[out.length - 1] ?? 0);
    const table = (((place & ((1 << literal) - 1)) << context) + (before >> (8 - context))) * 0x300;
    let symbol = 1;
    if (this.#state >= 7) {
      let matched = this.#byteBack(out, start);
      while (symbol < 0x100) {
        const hint = (matched >> 7) & 1;
        matched <<= 1;
        const bit = range.bit(this.#literals, table + ((1 + hint) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (hint !== bit) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | range.bit(this.#literals, table + symbol);
    out.bytes[out.length++] = symbol & 0xff;
    this.#state = this.#state < 4 ? 0 : this.#state < 10 ? this.#state - 3 : this.#state - 6;
  }

  #byteBack(out: Unpacked, start: number): number {
    const [distance] = this.#distances;
    if (distance >= out.length - start) refuse("xz: compressed data is corrupt");
    return out.bytes[out.length - 1 - distance] ?? 0;
  }

  /** Reads how long a match is, and puts its distance first. */
  #match(range: RangeDecoder, position: number): number {
    const state = this.#state;
    if (range.bit(this.#isRepeat, state) === 0) {
      const length = this.#matches.read(range, position);
      const [first, second, third] = this.#distances;
      this.#distances = [this.#distance(range, length), first, second, third];
      this.#state = state < 7 ? 7 : 10;
      return length + SHORTEST_MATCH;
    }
    if (range.bit(this.#isRepeat0, state) === 0) {
      if (range.bit(this.#isLong0, state * POSITIONS + position) === 0) {
        this.#state = state < 7 ? 9 : 11;
        return 1;
      }
    } else this.#recall(range);
    const length = this.#repeats.read(range, position);
    this.#state = state < 7 ? 8 : 11;
    return length + SHORTEST_MATCH;
  }

  /** Takes one of the earlier distances to the front. */
  #recall(range: RangeDecoder): void {
    const [first, second, third, fourth] = this.#distances;
    if (range.bit(this.#isRepeat1, this.#state) === 0) this.#distances = [second, first, third, fourth];
    else if (range.bit(this.#isRepeat2, this.#state) === 0) this.#distances = [third, first, second, fourth];
    else this.#distances = [fourth, first, second, third];
  }

  #distance(range: RangeDecoder, length: number): number {
    const slot = range.tree(this.#slots, Math.min(length, 3) << 6, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + range.reverseTree(this.#special, base - slot, bits);
    return ((base >>> 0) + range.direct(bits - 4) * 16 + range.reverseTree(this.#aligned, 0, 4)) >>> 0;
  }

  /** Byte by byte: a match may reach into what it puts out itself. */
  #copy(out: Unpacked, start: number, length: number, end: number): void {
    const [distance] = this.#distances;
    if (distance >= out.length - start || out.length + length > end) refuse("xz: compressed data is corrupt");
    const { bytes } = out;
    let from = out.length - 1 - distance;
    const until = out.length + length;
    // Both indices are within what was put out or reserved.
    while (out.length < until) bytes[out.length++] = bytes[from++]!;
  }
}
