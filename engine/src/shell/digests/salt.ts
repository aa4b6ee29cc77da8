import type { Process } from "../process.ts";
import { randomBytes } from "./random-bytes.ts";

const ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Letters of crypt's alphabet, by chance: what a password is hashed with. */
export const saltFrom = (process: Process, length: number): string =>
  [...randomBytes(process, length)].map((byte) => ALPHABET[byte & 63] ?? "").join("");
