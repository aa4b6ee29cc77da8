import { type Directory, type Entry, newInode } from "../../vfs/entry.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { mergedPath } from "./copy-destination.ts";
import { type CopyOptions, metadataOf } from "./copy-options.ts";

/** Replaces whatever has the name, a link itself too; only a folder is in the way. */
export function putFile(
  entry: Exclude<Entry, Directory>,
  to: string,
  image: FileSystem,
  options: CopyOptions,
): { readonly error: string } | undefined {
  const there = image.lstat(to);
  if (typeof there !== "string" && there.kind === "directory") {
    return { error: `cannot replace to directory ${mergedPath(to)} with file` };
  }
  const tied = entry.kind === "file" && entry.links > 1 ? options.tied.get(entry.inode) : undefined;
  if (tied !== undefined && typeof image.lstat(tied) !== "string") {
    if (typeof there !== "string") image.unlink(to);
    const errno = image.link(tied, to);
    return errno && { error: `failed to create hard link: ${errno}` };
  }
  options.tied.set(entry.inode, to);
  const fresh = { ...entry, ...metadataOf(entry, options), inode: newInode() };
  const errno = image.place(to, fresh.kind === "file" ? { ...fresh, links: 1 } : fresh);
  return errno && { error: `failed to copy files: ${errno}` };
}
