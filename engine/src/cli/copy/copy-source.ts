import type { Entry } from "../../vfs/entry.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { basename, dirname, join } from "../../vfs/path.ts";
import { endsInDot, meansFolder } from "./copy-path.ts";

/** What is copied. */
export interface CopySource {
  readonly entry: Entry;
  /** The name that it has in the archive: `.` for what is in a folder. */
  readonly name: string;
}

/**
 * What a path names, with its end as typed: behind a slash a link is followed, else with `follow` alone.
 * @returns `missing`, with the path where there is nothing, or `noFolder` where a file was named as a folder
 */
export function copySource(
  files: FileSystem,
  path: string,
  follow: boolean,
): CopySource | { readonly missing: string } | { readonly noFolder: true } {
  const plain = path.replace(/\/\.?$/, "") || "/";
  const name = endsInDot(path) ? "." : basename(plain) || "/";
  const own = files.lstat(plain);
  if (own === "ENOTDIR") return { noFolder: true };
  if (typeof own === "string") return { missing: path };
  const through = own.kind === "symlink" && (follow || meansFolder(path));
  const entry = through ? files.stat(plain) : own;
  if (typeof entry === "string")
    return { missing: own.kind === "symlink" ? join(dirname(plain), own.target) : path };
  return meansFolder(path) && entry.kind !== "directory" ? { noFolder: true } : { entry, name };
}
