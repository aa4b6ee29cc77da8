import { type Directory, type Entry, newInode } from "../../vfs/entry.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { mergedPath } from "./copy-destination.ts";
import { putFile } from "./copy-file.ts";
import { type CopyOptions, metadataOf } from "./copy-options.ts";

type Failure = { readonly error: string };

/**
 * Copies what is in a folder to `to`, which is there already. It keeps mode and owner, also where it was made for this
 * very copy, and takes the source's time; every folder below takes all of the source's (fsutil, copy.go; recordings
 * build/copy/dir-contents, chmod).
 */
export function copyTree(
  from: Directory,
  to: string,
  image: FileSystem,
  options: CopyOptions,
): Failure | undefined {
  const there = image.lstat(to);
  if (typeof there !== "string" && there.kind !== "directory")
    return { error: `cannot copy to non-directory: ${mergedPath(to)}` };
  const failure = copyChildren(from, to, "", image, options);
  if (failure) return failure;
  settle(from, to, false, image, options);
  return undefined;
}

function copyChildren(
  from: Directory,
  to: string,
  below: string,
  image: FileSystem,
  options: CopyOptions,
): Failure | undefined {
  for (const name of [...from.children.keys()].sort()) {
    const entry = from.children.get(name);
    if (!entry) continue;
    const failure = copyEntry(
      entry,
      `${to === "/" ? "" : to}/${name}`,
      below === "" ? name : `${below}/${name}`,
      image,
      options,
    );
    if (failure) return failure;
  }
  return undefined;
}

function copyEntry(
  entry: Entry,
  to: string,
  below: string,
  image: FileSystem,
  options: CopyOptions,
): Failure | undefined {
  const excluded = options.excludes(below);
  if (entry.kind !== "directory") return excluded ? undefined : putFile(entry, to, image, options);
  const there = image.lstat(to);
  if (typeof there === "string") {
    if (!options.hasExcludes && !hasLinks(entry)) {
      const errno = image.place(to, copyOf(entry, options));
      return errno && { error: `failed to mkdir ${mergedPath(to)}: ${errno}` };
    }
    // What is excluded may hold an exception (`--exclude=a --exclude=!a/b`): its folder is made for that only.
    if (excluded && filesBelow(entry, options, below).length === 0) return undefined;
    image.mkdir(to);
  } else if (there.kind !== "directory")
    return excluded ? undefined : { error: `cannot copy to non-directory: ${mergedPath(to)}` };
  const failure = copyChildren(entry, to, below, image, options);
  if (!failure && !(excluded && typeof there !== "string")) settle(entry, to, true, image, options);
  return failure;
}

function settle(from: Directory, to: string, all: boolean, image: FileSystem, options: CopyOptions): void {
  if (all) {
    const { mode, uid, gid } = metadataOf(from, options);
    image.chmod(to, mode);
    image.chown(to, uid, gid);
  }
  const there = image.stat(to);
  const before = typeof there !== "string" && there.kind === "directory" ? there.bulk : undefined;
  // Which unlisted files are the same ones nobody knows; the larger number is at least not made up.
  if (from.bulk) image.setBulk(to, { ...(before && before.bytes > from.bulk.bytes ? before : from.bulk) });
  image.touch(to, from.mtime);
}

const shared = new WeakMap<Directory, boolean>();

/** Can the copy of a folder without hard links be the very same object, since nothing in it changes? */
function staysSame(directory: Directory, options: CopyOptions): boolean {
  if (options.changeMode || options.owner) return false;
  if (!options.ownerless) return true;
  let same = shared.get(directory);
  if (same === undefined) {
    same = directory.uid === 0 && directory.gid === 0;
    for (const entry of directory.children.values()) {
      if (!same) break;
      if (entry.kind === "directory") same = staysSame(entry, options);
      else same = entry.uid === 0 && entry.gid === 0;
    }
    shared.set(directory, same);
  }
  return same;
}

const linked = new WeakMap<Directory, boolean>();

/** Has a file in it several names? Then names are copied one by one, so that they can be tied again. */
function hasLinks(directory: Directory): boolean {
  let has = linked.get(directory);
  if (has === undefined) {
    has = [...directory.children.values()].some((entry) =>
      entry.kind === "directory" ? hasLinks(entry) : entry.kind === "file" && entry.links > 1,
    );
    linked.set(directory, has);
  }
  return has;
}

function copyOf(entry: Entry, options: CopyOptions): Entry {
  if (entry.kind === "directory") {
    if (staysSame(entry, options)) return entry;
    const children = new Map([...entry.children].map(([name, child]) => [name, copyOf(child, options)]));
    return { ...entry, ...metadataOf(entry, options), inode: newInode(), children };
  }
  return { ...entry, ...metadataOf(entry, options), inode: newInode() };
}

const listed = new WeakMap<Directory, readonly string[]>();

/** Files and links below a folder that are not excluded, relative to it, in walk order. */
export function filesBelow(directory: Directory, options: CopyOptions, below = ""): readonly string[] {
  if (options.hasExcludes) {
    const prefix = below === "" ? "" : `${below}/`;
    return namesBelow(directory).filter((path) => !options.excludes(prefix + path));
  }
  return namesBelow(directory);
}

function namesBelow(directory: Directory): readonly string[] {
  const known = listed.get(directory);
  if (known) return known;
  const names: string[] = [];
  for (const name of [...directory.children.keys()].sort()) {
    const entry = directory.children.get(name);
    if (entry?.kind === "directory") for (const path of namesBelow(entry)) names.push(`${name}/${path}`);
    else names.push(name);
  }
  listed.set(directory, names);
  return names;
}
