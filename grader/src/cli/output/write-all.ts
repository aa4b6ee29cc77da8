import { writeSync } from "node:fs";

const PIECE = 1 << 16;

/** Reused: a run of ten thousand writes a hundred megabytes, and a buffer for each text would pile up until somebody collects them. */
const buffer = Buffer.alloc(PIECE);
const encoder = new TextEncoder();

/** Writes all of a text, also where a pipe takes it in pieces. */
export function writeAll(file: number, text: string): void {
  for (let rest = text; rest !== "";) {
    const { read, written } = encoder.encodeInto(rest, buffer);
    writeBytes(file, buffer.subarray(0, written));
    rest = rest.slice(read);
  }
}

function writeBytes(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** The same for a text that comes in small pieces. */
export function writePieces(file: number, pieces: Iterable<string>): void {
  let held = "";
  for (const piece of pieces) {
    held += piece;
    if (held.length < PIECE) continue;
    writeAll(file, held);
    held = "";
  }
  writeAll(file, held);
}
