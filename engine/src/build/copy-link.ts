import type { Directory } from "../vfs/entry.ts";
import type { FileSystem } from "../vfs/file-system.ts";

/**
 * Puts a layer that was made on its own over an image, as `COPY --link` does: its folders bring their own mode, owner and
 * time, and what it holds replaces whatever has the name, a link to a folder too (BuildKit, MergeOp).
 */
export function mergeLink(layer: Directory, image: FileSystem, at = ""): void {
  for (const name of [...layer.children.keys()].sort()) {
    const entry = layer.children.get(name);
    if (!entry) continue;
    const path = `${at}/${name}`;
    const there = image.lstat(path);
    if (entry.kind !== "directory" || typeof there === "string" || there.kind !== "directory") {
      image.place(path, entry);
      continue;
    }
    mergeLink(entry, image, path);
    image.chmod(path, entry.mode);
    image.chown(path, entry.uid, entry.gid);
    image.touch(path, entry.mtime);
  }
}
