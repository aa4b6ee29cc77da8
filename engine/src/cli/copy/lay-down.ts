import type { Entry } from "../../vfs/entry.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { basename, clean, join } from "../../vfs/path.ts";
import type { CopySource } from "./copy-source.ts";
import { meansFolder, splitPath } from "./copy-path.ts";

/** Where an archive goes, and what its first name becomes. */
export interface Place {
  /** The folder in which it is unpacked. */
  readonly folder: string;
  readonly name: string;
}

/**
 * Where a copy goes (moby go-archive, PrepareArchiveCopy): into a folder that is there, over a file, or to a new name; `error` is
 * what the client says.
 */
export function placeOf(
  { entry, name }: CopySource,
  target: string,
  there: Entry | undefined,
): Place | { readonly error: string } {
  if (there?.kind === "directory") return { folder: clean(target), name };
  const isFolder = entry.kind === "directory";
  if (there && isFolder) return { error: "cannot copy directory" };
  if (!there && !isFolder && meansFolder(target)) return { error: "no such directory" };
  return splitPath(target.replace(/\/+\.?$/, "") || target);
}

/**
 * Unpacks below a folder: folders that are there keep what else is in them. `error` is what unpacking says.
 * @param change what each entry becomes on the way
 */
export function layDown(
  files: FileSystem,
  { folder, name }: Place,
  entry: Entry,
  change: (entry: Entry) => Entry = (same) => same,
): { readonly error: string } | undefined {
  const path = name === "." ? clean(folder) : join(folder, name);
  const there = files.lstat(path);
  if (entry.kind !== "directory") {
    if (typeof there !== "string" && there.kind === "directory")
      return {
        error: `cannot overwrite directory ${JSON.stringify(path)} with non-directory ${JSON.stringify(folder)}`,
      };
    files.place(path, change(entry));
    return undefined;
  }
  if (typeof there !== "string" && there.kind !== "directory")
    return {
      error: `cannot overwrite non-directory ${JSON.stringify(path)} with directory ${JSON.stringify(folder)}`,
    };
  if (typeof there === "string") {
    files.place(path, changed(entry, change));
    return undefined;
  }
  for (const [child, own] of entry.children) {
    const problem = layDown(files, { folder: path, name: basename(child) }, own, change);
    if (problem) return problem;
  }
  const { mode, uid, gid, mtime } = change(entry);
  files.chown(path, uid, gid, false);
  files.chmod(path, mode);
  files.touch(path, mtime);
  return undefined;
}

function changed(entry: Entry, change: (entry: Entry) => Entry): Entry {
  const own = change(entry);
  if (own.kind !== "directory") return own;
  return {
    ...own,
    children: new Map([...own.children].map(([name, child]) => [name, changed(child, change)])),
  };
}
