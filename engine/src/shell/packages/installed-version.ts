import type { FileSystem } from "../../vfs/file-system.ts";
import { readApkDatabase } from "./apk-database.ts";
import { readDpkgStatus } from "./dpkg-status.ts";

/**
 * The upstream version of an installed package, `1.6` for Debian's `1.6-2.1+deb12u1`: what the program in it calls itself.
 * Undefined where no package database has it.
 */
export function installedVersion(files: FileSystem, name: string): string | undefined {
  const all = readDpkgStatus(files) ?? readApkDatabase(files) ?? [];
  const version = all.find((one) => one.name === name && !("removed" in one && one.removed))?.version;
  return version
    ?.replace(/^\d+:/, "")
    .replace(/-[^-]*$/, "")
    .replace(/[+~].*$/, "");
}
