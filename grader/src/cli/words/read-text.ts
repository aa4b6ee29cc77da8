import { existsSync, readFileSync, statSync } from "node:fs";
import { UsageError } from "../exit-status.ts";

/** Text of a file that somebody named. `what` is how a message calls it. @throws {UsageError} where there is none. */
export function readText(file: string, what = "file"): string {
  if (!existsSync(file)) throw new UsageError(`there is no ${what} ${file}`);
  if (statSync(file).isDirectory()) throw new UsageError(`${file} is a folder; expected a file`);
  return decoded(readFileSync(file));
}

/**
 * Spreadsheets write UTF-16 with a mark where somebody asks for “Unicode”, and the code page of Windows where nobody asks. What is no UTF-8 is
 * taken as that: a name would else come back damaged.
 */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
