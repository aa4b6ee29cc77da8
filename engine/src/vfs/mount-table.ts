import type { EditableTree } from "./editable-tree.ts";
import type { Directory, Entry } from "./entry.ts";
import { dirname, partsOf } from "./path.ts";

/** Something laid over a place of the tree for a while. */
export interface MountPoint {
  /** Absolute, links resolved. */
  readonly path: string;
  readonly readOnly: boolean;
  /** What it hides; undefined if the place was made for it. */
  readonly hidden: Entry | undefined;
  /** The topmost directory that was made for it, or the path itself. */
  readonly made: string | undefined;
}

/** The mount that a resolved path lies in: the longest. Undefined for the tree's own files. */
export function mountOf(mounts: readonly MountPoint[], path: string): MountPoint | undefined {
  let found: MountPoint | undefined;
  for (const mount of mounts) {
    const inside = path === mount.path || path.startsWith(`${mount.path}/`);
    if (inside && (!found || mount.path.length >= found.path.length)) found = mount;
  }
  return found;
}

/** Takes a mount off the tree: what it hid comes back; a place made for it goes, with its folders that are empty then. */
export function detach(tree: EditableTree, { path, hidden, made }: MountPoint): void {
  const chain = partsOf(path);
  const name = chain.pop() ?? "";
  if (!directoryAt(tree.root, chain)) return;
  const { children } = tree.open(chain);
  if (hidden) {
    children.set(name, hidden);
    return;
  }
  children.delete(name);
  const first = made === undefined ? chain.length + 1 : partsOf(made).length;
  while (chain.length >= first && tree.at(chain).children.size === 0) {
    const empty = chain.pop() ?? "";
    tree.open(chain).children.delete(empty);
  }
}

/**
 * Directories that mounts alone touched become the ones of `before` again, so that they are in no layer. Where a place
 * had to be made the directory above it stays a copy, as a real engine leaves one: `etc` in the layer of a RUN
 * (recording build/copy/file-onto-dir-symlink).
 */
export function restore(tree: EditableTree, before: Directory, mounts: readonly MountPoint[]): void {
  const copied = new Set(mounts.map(({ made }) => made && dirname(made)));
  for (const { path, hidden } of mounts) {
    const chain = hidden ? partsOf(path) : [];
    while (chain.length > 0) {
      chain.pop();
      if (copied.has(`/${chain.join("/")}`)) continue;
      const now = directoryAt(tree.root, chain);
      const old = directoryAt(before, chain);
      if (!now || !old || now === old || !isSame(now, old)) continue;
      if (chain.length === 0) tree.root = old;
      else tree.open(chain.slice(0, -1)).children.set(chain.at(-1) ?? "", old);
    }
  }
}

function directoryAt(root: Directory, chain: readonly string[]): Directory | undefined {
  let here: Entry | undefined = root;
  for (const part of chain) here = here?.kind === "directory" ? here.children.get(part) : undefined;
  return here?.kind === "directory" ? here : undefined;
}

function isSame(a: Directory, b: Directory): boolean {
  if (a.inode !== b.inode || a.mode !== b.mode || a.uid !== b.uid || a.gid !== b.gid) return false;
  if (a.mtime !== b.mtime || a.bulk !== b.bulk || a.children.size !== b.children.size) return false;
  for (const [name, entry] of a.children) if (b.children.get(name) !== entry) return false;
  return true;
}
