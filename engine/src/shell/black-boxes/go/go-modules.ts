import { newInode } from "../../../vfs/entry.ts";
import { dirname } from "../../../vfs/path.ts";
import { makeDirectories } from "../../packages/python/make-directories.ts";
import type { Process } from "../../process.ts";
import type { DeclaredModule } from "../black-box.ts";

/** Bytes a millisecond: about five megabytes a second, a model and not a measurement. */
const SPEED = 5_000;

const goPath = (process: Process): string =>
  process.env.get("GOPATH") || `${process.env.get("HOME") || "/root"}/go`;

export const moduleCache = (process: Process): string =>
  process.env.get("GOMODCACHE") || `${goPath(process)}/pkg/mod`;

/** Upper-case letters are escaped in the cache's paths (Go modules reference, "Module cache"). */
const escaped = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);

/** Puts modules into the cache that are not there. @returns those that were downloaded; words of the first that could not be kept */
export function downloadModules(
  process: Process,
  modules: readonly DeclaredModule[],
): { readonly fetched: readonly DeclaredModule[] } | { readonly error: string } {
  const cache = moduleCache(process);
  const fetched: DeclaredModule[] = [];
  for (const it of modules) {
    const folder = `${cache}/${escaped(it.name)}@${it.version}`;
    if (process.files.exists(folder)) continue;
    const failed = makeDirectories(process.files, dirname(folder));
    if (failed) return { error: `mkdir ${failed.path}: permission denied` };
    const { uid, gid } = process.credentials;
    process.files.place(folder, {
      kind: "directory",
      inode: newInode(),
      mode: 0o555,
      uid,
      gid,
      mtime: process.kernel.now() / 1000,
      children: new Map(),
      bulk: { files: it.files, bytes: it.bytes },
    });
    process.kernel.elapse(150 + it.bytes / SPEED);
    fetched.push(it);
  }
  return { fetched };
}
