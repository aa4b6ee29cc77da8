import { type Directory, type Entry, newInode } from "../../../vfs/entry.ts";
import { dirname } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { makeDirectories } from "./make-directories.ts";
import type { Wheel } from "./wheel-catalogue.ts";
import { type ModuleFolder, type Target, type WheelFile, wheelFiles } from "./wheel-files.ts";

/**
 * Puts a wheel's files in place, as pip's own installer does.
 *
 * @returns the path that could not be written, for pip's `Permission denied`.
 */
export function installWheel(
  process: Process,
  wheel: Wheel,
  target: Target,
  requested: boolean,
): string | undefined {
  let folder = "";
  for (const file of wheelFiles(wheel, target, requested)) {
    const above = dirname(file.path);
    const failed = above === folder ? undefined : makeDirectories(process.files, above);
    if (failed) return failed.path;
    folder = above;
    if (!put(process, file)) return file.path;
  }
  return undefined;
}

/** @returns whether it could be written */
function put({ files, credentials, kernel }: Process, file: WheelFile): boolean {
  if ("module" in file) {
    const { uid, gid } = credentials;
    return (
      files.place(file.path, moduleFolder(file.module, { uid, gid, mtime: kernel.now() / 1000 })) ===
      undefined
    );
  }
  if (files.write(file.path, file.content, file.executable ? 0o755 : 0o644)) return false;
  // What stood there keeps its mode.
  if (file.executable) files.chmod(file.path, 0o755);
  return true;
}

function moduleFolder(
  { first, files, bytes, byteCode }: ModuleFolder,
  by: { readonly uid: number; readonly gid: number; readonly mtime: number },
): Directory {
  const children = new Map<string, Entry>();
  const directory = { ...by, kind: "directory", mode: 0o755 } as const;
  children.set("__init__.py", {
    ...by,
    kind: "file",
    inode: newInode(),
    mode: 0o644,
    content: first,
    links: 1,
  });
  if (byteCode > 0) {
    const bulk = { files, bytes: byteCode };
    children.set("__pycache__", { ...directory, inode: newInode(), children: new Map(), bulk });
  }
  const bulk = { files: Math.max(files - 1, 0), bytes: bytes - first.size };
  return { ...directory, inode: newInode(), children, bulk };
}
