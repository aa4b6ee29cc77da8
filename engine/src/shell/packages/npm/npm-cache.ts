import { newInode } from "../../../vfs/entry.ts";
import type { Process } from "../../process.ts";
import { makeDirectories } from "../python/make-directories.ts";
import { cacheShare } from "./npm-catalogue.ts";
import { npmError, npmFolder } from "./npm-error.ts";

/** Keeps what installing these packages, by name and version, leaves in npm's cache. */
export function fillCache(
  process: Process,
  installed: readonly (readonly [name: string, version: string])[],
): void {
  const folder = `${npmFolder(process)}/_cacache/content-v2`;
  if (makeDirectories(process.files, folder)) return;
  const { uid, gid } = process.credentials;
  for (const [name, version] of installed) {
    const path = `${folder}/${name.replaceAll("/", "+")}@${version}`;
    const share = cacheShare(name, version);
    if (share.files === 0 || process.files.exists(path)) continue;
    process.files.place(path, {
      kind: "directory",
      inode: newInode(),
      mode: 0o755,
      uid,
      gid,
      mtime: process.kernel.now() / 1000,
      children: new Map(),
      bulk: share,
    });
  }
}

/** `npm cache clean --force`; without `--force` npm refuses (recorded with npm 11.19). */
export function cleanCache(process: Process, force: boolean): number {
  if (!force)
    return npmError(process, [
      "As of npm@5, the npm cache self-heals from corruption issues by treating integrity mismatches as cache misses.",
      "As a result, data extracted from the cache is guaranteed to be valid.",
      "If you want to make sure everything is consistent, use `npm cache verify` instead.",
      "Deleting the cache can only make npm go slower, and is not likely to correct any problems you may be encountering!",
      "",
      "On the other hand, if you're debugging an issue with the installer, or race conditions that depend on the timing of writing to an empty cache, you can use `npm install --cache /tmp/empty-cache` to use a temporary cache instead of removing the actual one.",
      "",
      "If you're sure you want to delete the entire cache, rerun this command with --force.",
    ]);
  process.stderr.write("npm warn using --force Recommended protections disabled.\n");
  return process.spawn(["rm", "-rf", `${npmFolder(process)}/_cacache`]);
}
