import type { Entry } from "../../vfs/entry.ts";
import type { Process } from "../process.ts";
import { at, below, isEntry } from "./tree.ts";

/**
 * A name and, with `recursive`, everything below it as `readdir` has it, each folder before what it holds or, with
 * `folders` "last", after it. Symlinks below are not followed.
 */
export function* eachEntry(
  process: Process,
  name: string,
  recursive: boolean,
  folders: "first" | "last" = "first",
): Generator<{
  readonly name: string;
  readonly path: string;
  readonly entry: Entry;
}> {
  const path = at(process, name).replace(/(.)\/$/, "$1");
  const entry = process.files.lstat(path);
  if (!isEntry(entry)) return;
  process.kernel.spend(2);
  if (folders === "first") yield { name, path, entry };
  if (recursive && entry.kind === "directory") {
    const names = process.files.readdir(path);
    if (typeof names !== "string")
      for (const child of names) yield* eachEntry(process, below(name, child), true, folders);
  }
  if (folders === "last") yield { name, path, entry };
}

/** Whoever changes everything below a folder changes the files that are counted and not listed too: they are copied up. */
export function copyUpBulk(process: Process, path: string, entry: Entry): void {
  if (entry.kind === "directory" && entry.bulk) process.files.setBulk(path, { ...entry.bulk });
}
