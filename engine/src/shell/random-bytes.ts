import { sha256 } from "../core/sha256.ts";
import { encode } from "../core/bytes.ts";
import type { Process } from "./process.ts";

/** What /dev/urandom gives: bytes nobody can foresee from outside, the same in each replay of the same script. */
export function randomBytes(process: Process, count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  const seed = `${process.kernel.hostname} ${process.pid} ${process.kernel.now()}`;
  for (let at = 0, block = 0; at < count; block++) {
    const hex = sha256(encode(`${seed} ${block}`));
    for (let i = 0; i < 64 && at < count; i += 2) bytes[at++] = Number.parseInt(hex.slice(i, i + 2), 16);
  }
  return bytes;
}
