import type { Errno } from "../../vfs/errno.ts";
import type { Entry } from "../../vfs/entry.ts";
import { join } from "../../vfs/path.ts";
import type { Process } from "../process.ts";

/** A name as typed, seen from the process's folder. A slash at its end is kept, since it asks for a directory. */
export function at(process: Process, name: string): string {
  const path = join(process.cwd, name);
  return name.endsWith("/") && path !== "/" ? `${path}/` : path;
}

export const statOf = (process: Process, name: string): Entry | Errno =>
  name === "" ? "ENOENT" : process.files.stat(at(process, name));
export const lstatOf = (process: Process, name: string): Entry | Errno =>
  name === "" ? "ENOENT" : process.files.lstat(at(process, name));
export const isEntry = (entry: Entry | Errno): entry is Entry => typeof entry !== "string";
export const isDirectory = (process: Process, name: string): boolean => {
  const entry = statOf(process, name);
  return isEntry(entry) && entry.kind === "directory";
};

/** Size as `ls -l` shows it. */
export function sizeOf(entry: Entry): number {
  if (entry.kind === "file") return entry.content.size;
  if (entry.kind === "symlink") return entry.target.length;
  return entry.kind === "directory" ? 4096 : 0;
}

/** `a/b` below `a`, without a doubled slash. */
export const below = (folder: string, name: string): string =>
  folder.endsWith("/") ? folder + name : `${folder}/${name}`;

/** A name's last part, as a destination gets it. */
export const lastPart = (name: string): string => {
  const trimmed = name.replace(/\/+$/, "");
  return trimmed.slice(trimmed.lastIndexOf("/") + 1);
};
