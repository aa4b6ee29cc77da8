import { bytesOf, textOf } from "@drydock/engine";

/** Reads and writes of the linear memory; made anew for each use, for the buffer goes when the memory grows. */
export class MemoryView {
  readonly bytes: Uint8Array;
  readonly data: DataView;

  constructor(memory: WebAssembly.Memory) {
    this.bytes = new Uint8Array(memory.buffer);
    this.data = new DataView(memory.buffer);
  }

  text(at: number, length: number): string {
    return textOf(this.bytes.subarray(at, at + length));
  }

  /** A C string. */
  string(at: number): string {
    return this.text(at, this.bytes.indexOf(0, at) - at);
  }

  /** Writes a C string. @returns bytes with the 0, or undefined where they do not fit */
  putString(at: number, text: string, room: number): number | undefined {
    const bytes = bytesOf(text);
    if (bytes.length + 1 > room) return undefined;
    this.bytes.set(bytes, at);
    this.bytes[at + bytes.length] = 0;
    return bytes.length + 1;
  }

  int(at: number): number {
    return this.data.getInt32(at, true);
  }

  setInt(at: number, value: number): void {
    this.data.setInt32(at, value, true);
  }

  setLong(at: number, value: number): void {
    this.data.setBigInt64(at, BigInt(Math.floor(value)), true);
  }
}
