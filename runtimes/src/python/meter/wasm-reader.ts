/** Reads a WebAssembly binary from front to back. */
export class WasmReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  /** An unsigned LEB128 number of up to 32 bits. */
  unsigned(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  /** Passes over a LEB128 number of any width. */
  skipNumber(): void {
    while (this.byte() >= 128);
  }

  /** Passes over a length and as many bytes. */
  skipName(): void {
    const length = this.unsigned();
    this.at += length;
  }

  /** Limits of a table or a memory: a flag, the least, and the most where the flag says so. */
  skipLimits(): void {
    const flags = this.byte();
    this.skipNumber();
    if (flags & 1) this.skipNumber();
  }
}
