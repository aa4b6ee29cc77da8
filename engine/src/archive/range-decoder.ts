import { refuse } from "./unpacked.ts";

const TOP = 1 << 24;

/** Reads bits whose chances are known: LZMA's range coder, over one chunk. */
export class RangeDecoder {
  readonly #bytes: Uint8Array;
  #at = 5;
  #range = 0xffff_ffff;
  #code: number;

  constructor(bytes: Uint8Array) {
    const [first, a = 0, b = 0, c = 0, d = 0] = bytes;
    if (bytes.length < 5 || first !== 0) refuse("xz: compressed data is corrupt");
    this.#bytes = bytes;
    this.#code = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  }

  /** All bytes were used, and nothing is left over. */
  get ended(): boolean {
    return this.#at === this.#bytes.length && this.#code === 0;
  }

  /** One bit by its chance, which learns from it. */
  bit(chances: Uint16Array, index: number): 0 | 1 {
    const chance = chances[index] ?? 0;
    const bound = (this.#range >>> 11) * chance;
    if (this.#code < bound) {
      this.#range = bound;
      chances[index] = chance + ((2048 - chance) >>> 5);
      if (bound < TOP) this.#refill();
      return 0;
    }
    this.#range -= bound;
    this.#code -= bound;
    chances[index] = chance - (chance >>> 5);
    if (this.#range < TOP) this.#refill();
    return 1;
  }

  /** So many bits, the highest first; each has a chance for all that came before it. */
  tree(chances: Uint16Array, from: number, bits: number): number {
    let symbol = 1;
    for (let i = 0; i < bits; i++) symbol = (symbol << 1) | this.bit(chances, from + symbol);
    return symbol - (1 << bits);
  }

  /** The same, the lowest bit first. */
  reverseTree(chances: Uint16Array, from: number, bits: number): number {
    let symbol = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const bit = this.bit(chances, from + symbol);
      symbol = (symbol << 1) | bit;
      value |= bit << i;
    }
    return value;
  }

  /** So many bits, at most 26, that are as often 0 as 1. */
  direct(bits: number): number {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      this.#range >>>= 1;
      const bit = this.#code >= this.#range ? 1 : 0;
      if (bit === 1) this.#code -= this.#range;
      value = value * 2 + bit;
      if (this.#range < TOP) this.#refill();
    }
    return value;
  }

  #refill(): void {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) refuse("xz: compressed data is corrupt");
    this.#range = (this.#range << 8) >>> 0;
    this.#code = ((this.#code << 8) | byte) >>> 0;
  }
}
