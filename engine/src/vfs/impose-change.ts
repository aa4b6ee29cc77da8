import type { Change } from "./diff.ts";
import type { EditableTree } from "./editable-tree.ts";
import type { Directory, Entry } from "./entry.ts";
import { partsOf } from "./path.ts";

/** A difference of two trees that is to be laid over a third. */
export interface ImposedChange extends Change {
  /** It is the same file as before, not another of that name. */
  readonly kept?: boolean;
}

/** Lays one difference of two trees over a third: what it is about stands there afterwards as it does in the second. */
export function imposeChange(tree: EditableTree, { path, kind, entry, opaque, kept }: ImposedChange): void {
  const chain = partsOf(path);
  const name = chain.pop();
  const parent = directoryAt(tree.root, chain);
  // Whose folder has gone meanwhile has gone with it.
  if (name === undefined || !parent) return;
  const before = parent.children.get(name);
  if (kind === "D" || !entry) {
    if (before) tree.open(chain).children.delete(name);
  } else if (entry.kind === "file" && before?.kind === "file" && kept === true)
    tree.set(chain, name, { ...entry, inode: before.inode });
  else if (entry.kind !== "directory") tree.set(chain, name, entry);
  else if (before?.kind === "directory" && opaque !== true) {
    const { children: _own, ...metadata } = entry;
    Object.assign(tree.open([...chain, name]), metadata);
    // What it holds has changes of its own.
  } else tree.set(chain, name, { ...entry, children: new Map() });
}

function directoryAt(root: Directory, chain: readonly string[]): Directory | undefined {
  let here: Entry | undefined = root;
  for (const part of chain) here = here?.kind === "directory" ? here.children.get(part) : undefined;
  return here?.kind === "directory" ? here : undefined;
}
