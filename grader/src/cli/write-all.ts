import { writeSync } from "node:fs";

const PIECE = 1 << 16;

/** Writes all of a text, also where a pipe takes it in pieces. */
export function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  let at = 0;
  while (at < bytes.length) {
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
