import type { Directory } from "../../vfs/entry.ts";
import { FileSystem } from "../../vfs/file-system.ts";
import { join } from "../../vfs/path.ts";
import { makeFolders } from "./container-files.ts";

/** The files with the folder in which the program starts, made where it is missing (moby container/container.go, SetupWorkingDirectory). */
export function withWorkingDirectory(
  files: Directory,
  directory: string,
  time: number,
): { readonly files: Directory } | { readonly error: string } {
  const path = join("/", directory);
  const editing = new FileSystem(files, () => Math.floor(time / 1000));
  const there = editing.stat(path);
  if (typeof there !== "string")
    return there.kind === "directory" ? { files } : { error: `Cannot mkdir: ${path} is not a directory` };
  if (there === "ENOTDIR") return { error: `mkdir ${path}: not a directory` };
  makeFolders(editing, path);
  return { files: editing.snapshot() };
}
