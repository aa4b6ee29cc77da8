import type { Directory } from "@drydock/engine";

/** The tree without files whose bytes nobody here has (copied out of a base image); the same object where it has none. */
export const knownPart = (tree: Directory): Directory => {
  const children = new Map(tree.children);
  for (const [name, entry] of tree.children) {
    if (entry.kind === "file" && !entry.content.bytes) children.delete(name);
    if (entry.kind === "directory") children.set(name, knownPart(entry));
  }
  const isSame =
    children.size === tree.children.size &&
    [...children].every(([name, one]) => tree.children.get(name) === one);
  return isSame ? tree : { ...tree, children };
};
