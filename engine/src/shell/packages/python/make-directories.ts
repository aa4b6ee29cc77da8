import type { Errno } from "../../../vfs/errno.ts";
import type { FileSystem } from "../../../vfs/file-system.ts";
import { dirname } from "../../../vfs/path.ts";

/** `mkdir -p`. @returns the path that could not be made, with the reason. */
export function makeDirectories(files: FileSystem, path: string): { path: string; errno: Errno } | undefined {
  if (path === "/" || files.exists(path)) return undefined;
  const above = makeDirectories(files, dirname(path));
  if (above) return above;
  const errno = files.mkdir(path);
  return errno && errno !== "EEXIST" ? { path, errno } : undefined;
}
