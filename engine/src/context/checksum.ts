import { sha256 } from "../core/sha256.ts";
import { encode } from "../core/bytes.ts";
import type { Directory, Entry } from "../vfs/entry.ts";

/** Where the files come from decides what counts: a client sends a context without owners. */
export type Origin = "context" | "stage";

const keys: Readonly<Record<Origin, WeakMap<Entry, string>>> = {
  context: new WeakMap(),
  stage: new WeakMap(),
};

/**
 * What the cache takes for the same content: equal keys mean that a COPY of it is CACHED.
 *
 * Bytes, modes of files, link targets and names below count; times and the entry's own name do not. Of a context neither
 * owners nor modes of directories count (recordings build/cache/chown-context, dir-mtime, dir-mode); of a stage or an
 * image both do (BuildKit, cache/contenthash). Remembered for each entry, so an unchanged folder costs nothing.
 */
export function contentKey(entry: Entry, origin: Origin = "context"): string {
  const known = keys[origin].get(entry);
  if (known !== undefined) return known;
  const key = make(entry, origin);
  keys[origin].set(entry, key);
  return key;
}

function make(entry: Entry, origin: Origin): string {
  const owner = origin === "stage" ? ` ${entry.uid}:${entry.gid}` : "";
  const mode = entry.mode.toString(8);
  switch (entry.kind) {
    case "file":
      return `file ${mode}${owner} ${entry.content.digest}`;
    case "symlink":
      return `symlink${owner} ${entry.target}`;
    case "device":
      return `device ${mode}${owner} ${entry.name}`;
    case "directory":
      return `directory${origin === "stage" ? ` ${mode}` : ""}${owner} ${childrenKey(entry, origin)}`;
  }
}

function childrenKey(directory: Directory, origin: Origin): string {
  let text = directory.bulk ? `${directory.bulk.files} ${directory.bulk.bytes}\0` : "";
  for (const name of [...directory.children.keys()].sort()) {
    const child = directory.children.get(name);
    if (child) text += `${name}\0${contentKey(child, origin)}\0`;
  }
  return sha256(encode(text));
}
