import { treeChanges } from "./tree-changes.ts";
import type { ImposedChange } from "../../vfs/impose-change.ts";
import type { Directory, Entry } from "../../vfs/entry.ts";
import { FileSystem } from "../../vfs/file-system.ts";

/** A tree with changes laid over it. */
export function changedTree(tree: Directory, changes: readonly ImposedChange[]): Directory {
  if (changes.length === 0) return tree;
  const files = new FileSystem(tree, () => 0);
  files.impose(changes);
  return files.snapshot();
}

/** What is mounted somewhere, with changes by paths seen from there. */
export function changedEntry(entry: Entry, changes: readonly ImposedChange[]): Entry {
  const whole = changes.find(({ path, entry: now }) => path === "" && now !== undefined)?.entry;
  if (entry.kind !== "directory" || (whole && whole.kind !== "directory")) return whole ?? entry;
  const below = changedTree(
    entry,
    changes.filter(({ path }) => path !== ""),
  );
  return whole ? { ...whole, children: below.children } : below;
}

/** How what is mounted somewhere became another, by paths of the container. */
export function entryChanges(
  before: Entry | undefined,
  after: Entry,
  place: string,
): readonly ImposedChange[] {
  if (before?.kind !== "directory" || after.kind !== "directory")
    return before === after ? [] : [{ path: place, kind: "C", entry: after }];
  return treeChanges(before, after).map((change) => ({ ...change, path: place + change.path }));
}
