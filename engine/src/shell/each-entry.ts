import type { Entry } from "../vfs/entry.ts";
import type { Process } from "./process.ts";
import { at, below, isEntry } from "./tree.ts";

/** A name and, with `recursive`, everything below it, each folder before what it holds. Symlinks below are not followed. */
export function* eachEntry(
  process: Process,
  name: string,
  recursive: boolean,
): Generator<{
  readonly name: string;
  readonly path: string;
  readonly entry: Entry;
}> {
  const path = at(process, name).replace(/(.)\/$/, "$1");
  const entry = process.files.lstat(path);
  if (!isEntry(entry)) return;
  process.kernel.spend(1);
  yield { name, path, entry };
  if (!recursive || entry.kind !== "directory") return;
  const names = process.files.list(path);
  if (typeof names === "string") return;
  for (const child of names) yield* eachEntry(process, below(name, child), true);
}

/** Whoever changes everything below a folder changes the files that are counted and not listed too: they are copied up. */
export function copyUpBulk(process: Process, path: string, entry: Entry): void {
  if (entry.kind === "directory" && entry.bulk) process.files.setBulk(path, { ...entry.bulk });
}
