import type { File } from "../../vfs/entry.ts";
import type { Errno } from "../../vfs/errno.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { join } from "../../vfs/path.ts";

/** glibc's and musl's search path where PATH is not set. */
const DEFAULT_PATH = "/usr/local/bin:/bin:/usr/bin";

/** A file that may be executed, under the path by which it was found. */
export interface Executable {
  readonly path: string;
  readonly file: File;
  /** As a `#!` interpreter gets it: as typed, or below the directory of PATH. */
  readonly typed?: string;
}

function executable(files: FileSystem, path: string): Executable | Errno {
  const entry = files.stat(path);
  if (typeof entry === "string") return entry;
  if (entry.kind !== "file") return "EACCES";
  return files.access(path, 1) ? { path, file: entry } : "EACCES";
}

/**
 * The file that execvp would run: a name with a slash as it is, any other in each directory of PATH.
 *
 * A directory of PATH that lacks it, or holds it without the exec bit, is passed over; EACCES is told if nothing better
 * was found (execvp(3)).
 */
export function findProgram(
  files: FileSystem,
  cwd: string,
  name: string,
  path: string | undefined,
): Executable | Errno {
  if (name.includes("/")) {
    const found = executable(files, name.endsWith("/") ? `${join(cwd, name)}/` : join(cwd, name));
    return typeof found === "string" ? found : { ...found, typed: name };
  }
  if (name === "") return "ENOENT";
  let denied = false;
  for (const directory of (path ?? DEFAULT_PATH).split(":")) {
    const found = executable(
      files,
      directory.startsWith("/") ? `${directory}/${name}` : join(join(cwd, directory || "."), name),
    );
    if (typeof found !== "string") return found;
    denied ||= found === "EACCES";
  }
  return denied ? "EACCES" : "ENOENT";
}
