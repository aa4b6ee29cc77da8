import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";

const DEPTH = 32;

/** Folders below one, itself first; what cannot be read just now is left out. */
function foldersBelow(folder: string, depth = 0): string[] {
  if (depth > DEPTH) return [];
  try {
    return [
      folder,
      ...readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .flatMap(({ name }) => foldersBelow(join(folder, name), depth + 1)),
    ];
  } catch {
    return [];
  }
}

/**
 * Calls `changed` for every change in a folder and in those below it, one watcher a folder.
 *
 * Node's own recursive watching on Linux watches each file, and no longer sees one that an editor has replaced by a new one.
 */
export class WatchedFolders {
  readonly #top: string;
  readonly #changed: () => void;
  readonly #watchers = new Map<string, { readonly inode: number; readonly watcher: FSWatcher }>();

  constructor(top: string, changed: () => void) {
    this.#top = top;
    this.#changed = changed;
    this.sync();
  }

  /** Watches what has come and forgets what has gone. To be called before the folder is read. */
  sync(): void {
    const folders = new Set(foldersBelow(this.#top));
    for (const folder of this.#watchers.keys()) if (!folders.has(folder)) this.#forget(folder);
    for (const folder of folders) {
      try {
        const inode = statSync(folder).ino;
        if (this.#watchers.get(folder)?.inode === inode) continue;
        this.#forget(folder);
        const watcher = watch(folder, this.#changed).on("error", () => this.#forget(folder));
        this.#watchers.set(folder, { inode, watcher });
      } catch {
        // It went away meanwhile, which its parent's watcher tells.
      }
    }
  }

  #forget(folder: string): void {
    this.#watchers.get(folder)?.watcher.close();
    this.#watchers.delete(folder);
  }

  close(): void {
    for (const folder of this.#watchers.keys()) this.#forget(folder);
  }
}
