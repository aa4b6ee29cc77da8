import type { Directory } from "../src/vfs/entry.ts";

/** Every path of a tree with what it holds, a line each, for people and tests: `/d/`, `/d/f 2 text` (two names), `/l -> target`. */
export function listing(tree: Directory, prefix = ""): string[] {
  return [...tree.children]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, entry]) => {
      const path = `${prefix}/${name}`;
      if (entry.kind === "directory") return [`${path}/`, ...listing(entry, path)];
      if (entry.kind === "symlink") return [`${path} -> ${entry.target}`];
      return [entry.kind === "file" ? `${path} ${entry.links} ${entry.content.text}` : path];
    });
}
