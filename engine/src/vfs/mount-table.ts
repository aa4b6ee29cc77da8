import type { Directory, Entry } from "./entry.ts";
import { partsOf } from "./path.ts";

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

/**
 * The tree without what is mounted: hidden files come back, and places made for a mount go, with the folders made for
 * them if nothing else is in those. Directories that the mount alone touched are `before`'s own again, so that they are
 * in no layer; only above a place that had to be made a copy stays, as a real engine leaves one (recording
 * build/copy/file-onto-dir-symlink: `etc` in the layer of a RUN).
 */
export function withoutMounts(root: Directory, before: Directory, mounts: readonly MountPoint[]): Directory {
  let tree = root;
  for (const mount of mounts.toReversed()) {
    const parts = partsOf(mount.path);
    tree = mount.hidden
      ? replaceAt(tree, before, parts, mount.hidden)
      : removeAt(tree, parts, mount.made === undefined ? parts.length : partsOf(mount.made).length);
  }
  return tree;
}

function replaceAt(
  directory: Directory,
  before: Directory | undefined,
  parts: readonly string[],
  hidden: Entry,
): Directory {
  const [name = "", ...rest] = parts;
  const there = directory.children.get(name);
  const old = before?.children.get(name);
  let entry = hidden;
  if (rest.length > 0) {
    if (there?.kind !== "directory") return directory;
    entry = replaceAt(there, old?.kind === "directory" ? old : undefined, rest, hidden);
  }
  if (entry === there) return directory;
  const copy = { ...directory, children: new Map(directory.children).set(name, entry) };
  return before && sameDirectory(copy, before) ? before : copy;
}

function sameDirectory(a: Directory, b: Directory): boolean {
  if (a.inode !== b.inode || a.mode !== b.mode || a.uid !== b.uid || a.gid !== b.gid || a.mtime !== b.mtime)
    return false;
  if (a.children.size !== b.children.size) return false;
  for (const [name, entry] of a.children) if (b.children.get(name) !== entry) return false;
  return true;
}

/** Takes the last part away, and its folders from number `made` on that are empty then. */
function removeAt(directory: Directory, parts: readonly string[], made: number): Directory {
  const [name = "", ...rest] = parts;
  const there = directory.children.get(name);
  const children = new Map(directory.children);
  if (rest.length === 0) children.delete(name);
  else if (there?.kind === "directory") {
    const left = removeAt(there, rest, made - 1);
    if (left.children.size === 0 && made <= 1) children.delete(name);
    else children.set(name, left);
  }
  return { ...directory, children };
}
