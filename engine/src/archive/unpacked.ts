import { type ArchiveLimits, type ArchiveRefusal, RATIO_FROM, broken, tooMuch } from "./limits.ts";

/** Ends a decoder from within; `unpack` hands on the refusal that it carries. */
class Refused extends Error {
  readonly refusal: ArchiveRefusal;

  constructor(refusal: ArchiveRefusal) {
    super(refusal.error);
    this.refusal = refusal;
  }
}

/** Ends the decoding: the bytes are not what they say. */
export function refuse(error: string): never {
  throw new Refused(broken(error));
}

/** Ends the decoding: it would cost too much. */
export function refuseMore(what: string): never {
  throw new Refused(tooMuch(what));
}

/** What a decoder has put out so far; it grows as far as the limits allow, and decoders copy from its past. */
export class Unpacked {
  bytes: Uint8Array = new Uint8Array(1 << 16);
  length = 0;
  /** How often the decoder began anew. */
  resets = 0;
  readonly #limits: ArchiveLimits;
  readonly #packed: number;

  constructor(packed: number, limits: ArchiveLimits) {
    this.#packed = packed;
    this.#limits = limits;
  }

  /** Makes room for so many more bytes, which the caller then writes at `length`. */
  reserve(count: number): void {
    const size = this.length + count;
    const { unpacked, ratio } = this.#limits;
    if (size > unpacked) refuseMore(`${unpacked} bytes unpacked`);
    if (size > RATIO_FROM && size > ratio * this.#packed) refuseMore(`${ratio} times its packed size`);
    if (size <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(size, this.bytes.length * 2));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}

/** Runs a decoder within limits. */
export function unpack(
  bytes: Uint8Array,
  limits: ArchiveLimits,
  decode: (bytes: Uint8Array, out: Unpacked) => void,
): Uint8Array | ArchiveRefusal {
  if (bytes.length > limits.packed) return tooMuch(`${limits.packed} bytes packed`);
  const out = new Unpacked(bytes.length, limits);
  try {
    decode(bytes, out);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
  return out.bytes.subarray(0, out.length);
}
