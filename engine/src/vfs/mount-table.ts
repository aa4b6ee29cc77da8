import type { EditableTree } from "./editable-tree.ts";
import type { Directory, Entry } from "./entry.ts";
import type { Place } from "./locate.ts";

/** Something laid over a place of the tree for a while. */
export interface MountPoint {
  /** Of its path, links resolved. */
  readonly parts: readonly string[];
  readonly readOnly: boolean;
  /** What it hides; undefined if the place was made for it. */
  readonly hidden: Entry | undefined;
  /** Number of parts of the topmost directory that was made for it, or of its own path. */
  readonly made: number | undefined;
}

type At = Pick<Place, "chain" | "name">;

/** The mount that a place lies in: the longest. Undefined for the tree's own files. */
export function mountOf(mounts: readonly MountPoint[], place: At): MountPoint | undefined {
  let found: MountPoint | undefined;
  for (const mount of mounts) {
    const size = mount.parts.length;
    const inside = size <= place.chain.length + 1 && agree(mount.parts, place, size);
    if (inside && (!found || size >= found.parts.length)) found = mount;
  }
  return found;
}

/** Is something mounted at the place, or below? */
export const isBusy = (mounts: readonly MountPoint[], place: At): boolean =>
  mounts.some(
    ({ parts }) => parts.length > place.chain.length && agree(parts, place, place.chain.length + 1),
  );

/** Are the first parts of both the same? The last ones are compared first, since most paths begin alike. */
function agree(parts: readonly string[], { chain, name }: At, size: number): boolean {
  for (let i = size - 1; i >= 0; i--) if (parts[i] !== (i < chain.length ? chain[i] : name)) return false;
  return true;
}

/** Takes a mount off the tree: what it hid comes back; a place made for it goes, with its folders that are empty then. */
export function detach(tree: EditableTree, { parts, hidden, made = parts.length }: MountPoint): void {
  const chain = [...parts];
  const name = chain.pop() ?? "";
  if (!directoryAt(tree.root, chain)) return;
  const { children } = tree.open(chain);
  if (hidden) {
    children.set(name, hidden);
    return;
  }
  children.delete(name);
  while (chain.length >= made && tree.at(chain).children.size === 0) {
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
  const copied = new Set(mounts.map(({ parts, made }) => made && parts.slice(0, made - 1).join("/")));
  for (const { parts, hidden } of mounts) {
    const chain = hidden ? [...parts] : [];
    while (chain.length > 0) {
      chain.pop();
      if (copied.has(chain.join("/"))) continue;
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
