import type { Directory, Entry } from "../../vfs/entry.ts";
import { partsOf } from "../../vfs/path.ts";
import type { Process } from "../process.ts";

/** Where Docker's own layer below a container's has something (moby, daemon/initlayer). */
const OWN = new Set(["/dev", "/etc", "/proc", "/sys"]);

function nodeAt(tree: Directory, parts: readonly string[]): Entry | undefined {
  let node: Entry | undefined = tree;
  for (const part of parts) node = node?.kind === "directory" ? node.children.get(part) : undefined;
  return node;
}

/**
 * How many names a directory says it has: its own, `.`, and `..` of each below; but 1 where overlayfs merges it from several layers,
 * as the root always is (Linux, Documentation/filesystems/overlayfs.rst; measured on Docker 28.5.2).
 */
export function directoryLinks(process: Process, path: string, entry: Directory): number {
  const plain = 2 + [...entry.children.values()].filter(({ kind }) => kind === "directory").length;
  const { layers, initialised } = process.kernel;
  const real = process.files.realpath(path);
  if (layers.length === 0 || typeof real === "string") return plain;
  if (real.path === "/") return 1;
  const parts = partsOf(real.path);
  let found = initialised && OWN.has(real.path) ? 1 : 0;
  let before: Entry | undefined;
  for (const node of [...layers.map((tree) => nodeAt(tree, parts)), entry]) {
    // Made anew, it hides what was there.
    if (node?.kind === "directory" && node.inode !== before?.inode) found = 1;
    else if (node?.kind === "directory" && node !== before) found++;
    before = node;
  }
  return found > 1 ? 1 : plain;
}
