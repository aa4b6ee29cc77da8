import { sha256 } from "../../core/sha256.ts";
import { encode } from "../../core/bytes.ts";
import type { Process } from "../process.ts";

/** What /dev/urandom gives: bytes nobody can foresee from outside, the same in each replay of the same script. */
export function randomBytes(process: Process, count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  const seed = sha256(encode(`${process.kernel.hostname} ${process.pid} ${process.kernel.now()}`));
  let [a, b, c, d] = [0, 8, 16, 24].map((at) => Number.parseInt(seed.slice(at, at + 8), 16) | 0) as [
    number,
    number,
    number,
    number,
  ];
  for (let at = 0; at < count; at++) {
    // xorshift128 (Marsaglia, 2003); a hash for each block would take seconds for a few megabytes.
    const mixed = a ^ (a << 11);
    [a, b, c] = [b, c, d];
    d = d ^ (d >>> 19) ^ mixed ^ (mixed >>> 8);
    bytes[at] = d & 0xff;
  }
  return bytes;
}
