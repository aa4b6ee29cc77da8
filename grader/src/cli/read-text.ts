import { existsSync, readFileSync, statSync } from "node:fs";
import { UsageError } from "./exit-status.ts";

/** Text of a file that somebody named. `what` is how a message calls it. @throws {UsageError} where there is none. */
export function readText(file: string, what = "file"): string {
  if (!existsSync(file)) throw new UsageError(`there is no ${what} ${file}`);
  if (statSync(file).isDirectory()) throw new UsageError(`${file} is a folder; expected a file`);
  return readFileSync(file, "utf8");
}
