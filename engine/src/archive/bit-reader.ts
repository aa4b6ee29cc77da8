import { refuse } from "./unpacked.ts";

/** Bits of a byte string, the highest of each byte first. */
export class BitReader {
  readonly #bytes: Uint8Array;
  readonly #name: string;
  #at: number;
  #value = 0;
  #count = 0;

  /** `name` of the format stands in front of errors. */
  constructor(bytes: Uint8Array, at: number, name: string) {
    this.#bytes = bytes;
    this.#at = at;
    this.#name = name;
  }

  /** A number of at most 24 bits. */
  read(bits: number): number {
    while (this.#count < bits) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) refuse(`${this.#name}: unexpected EOF`);
      this.#value = (this.#value << 8) | byte;
      this.#count += 8;
    }
    this.#count -= bits;
    return (this.#value >>> this.#count) & ((1 << bits) - 1);
  }

  /** Index of the first byte of which no bit was read. */
  get next(): number {
    return this.#at - (this.#count >> 3);
  }
}
