import { eachEntry } from "./each-entry.ts";
import type { Process } from "../process.ts";

/** Takes away a folder with all that is in it, or a file; nothing where there is none. */
export function removeTree(process: Process, path: string): void {
  for (const { path: below, entry } of eachEntry(process, path, true, "last")) {
    if (entry.kind === "directory") process.files.rmdir(below);
    else process.files.unlink(below);
  }
}
