import { digestOf } from "../../../core/digest.ts";
import { Content } from "../../../vfs/content.ts";
import { dirname } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { makeDirectories } from "../python/make-directories.ts";
import type { PipOptions } from "./pip-options.ts";

/** pip's folder of things it has downloaded. */
export interface PipCache {
  has(name: string): boolean;
  keep(name: string, bytes: number): void;
}

const OFF: PipCache = { has: () => false, keep: () => {} };

/** Where pip keeps its downloads; undefined where it is switched off. */
export function cacheFolder(process: Process, options: PipOptions): string | undefined {
  if (options.has("no-cache-dir")) return undefined;
  const home = process.env.get("HOME") ?? "/";
  return (
    options.value("cache-dir") ??
    `${process.env.get("XDG_CACHE_HOME") || `${home === "/" ? "" : home}/.cache`}/pip`
  );
}

/**
 * The cache, or none, with pip's warning where the folder is not the user's own (pip/_internal/utils/filesystem.py,
 * check_path_owner). File names are those of CacheControl: five one-letter folders and the digest of the address.
 */
export function openCache(process: Process, options: PipOptions): PipCache {
  const folder = cacheFolder(process, options);
  if (folder === undefined) return OFF;
  const { files, credentials } = process;
  let existing = folder;
  while (existing !== "/" && !files.exists(existing)) existing = dirname(existing);
  const entry = files.stat(existing);
  const mine =
    typeof entry !== "string" && (credentials.uid === 0 ? entry.uid === 0 : files.access(existing, 2));
  if (!mine) {
    process.stderr.write(
      `WARNING: The directory '${folder}' or its parent directory is not owned or is not writable by the current user. The cache has been disabled. Check the permissions and owner of that directory. If executing pip with sudo, you should use sudo's -H flag.\n`,
    );
    return OFF;
  }
  const pathOf = (name: string): string => {
    const hex = digestOf(`https://files.pythonhosted.org/packages/${name}`).slice(7, 63);
    return `${folder}/http-v2/${hex.slice(0, 5).split("").join("/")}/${hex}.body`;
  };
  return {
    has: (name) => files.exists(pathOf(name)),
    keep(name, bytes) {
      const path = pathOf(name);
      if (makeDirectories(files, dirname(path))) return;
      files.write(path, Content.declared(bytes, name));
    },
  };
}
