import type { FileSystem } from "../../vfs/file-system.ts";
import { readDpkgStatus } from "../packages/dpkg-status.ts";
import type { Linkage } from "./built-file.ts";

/** The program that execve really starts for a dynamically linked file: PT_INTERP of x86-64, as glibc and musl are installed. */
export const loaderOf = (linkage: Linkage): string | undefined =>
  linkage === "glibc"
    ? "/lib64/ld-linux-x86-64.so.2"
    : linkage === "musl"
      ? "/lib/ld-musl-x86_64.so.1"
      : undefined;

/** Which C library programs that are linked here ask for; undefined where there is none. */
export const libraryHere = (files: FileSystem): "glibc" | "musl" | undefined =>
  files.exists("/lib64/ld-linux-x86-64.so.2")
    ? "glibc"
    : files.exists("/lib/ld-musl-x86_64.so.1")
      ? "musl"
      : undefined;

/** glibc's version, `2.36`, as dpkg's database has it. */
export function glibcVersion(files: FileSystem): string | undefined {
  const found = readDpkgStatus(files)?.find(({ name, removed }) => name === "libc6" && !removed);
  return found && /^\d+\.\d+/.exec(found.version)?.[0];
}
