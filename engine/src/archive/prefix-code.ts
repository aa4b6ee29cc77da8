import type { BitReader } from "./bit-reader.ts";

/** A canonical prefix code: shorter codes first, and symbols in their order among codes of one length. */
export interface PrefixCode {
  /** How many codes have each length. */
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

export function prefixCode(lengths: readonly number[], longest: number): PrefixCode {
  const counts = new Array<number>(longest + 1).fill(0);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  const symbols = lengths.map((_, symbol) => symbol);
  symbols.sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
  return { counts, symbols };
}

/** The next symbol; undefined where the bits are no code. */
export function readSymbol(bits: BitReader, { counts, symbols }: PrefixCode): number | undefined {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length < counts.length; length++) {
    code |= bits.read(1);
    const count = counts[length] ?? 0;
    if (code - first < count) return symbols[index + code - first];
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return undefined;
}
