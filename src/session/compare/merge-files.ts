import type { FileState } from "@drydock/engine";

const same = (a: FileState[string] | undefined, b: FileState[string] | undefined): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * The folder with the change from one state to another made in it. A file that is not as it was at `from` has been edited since:
 * it stays as it is, so that nobody's writing is lost.
 */
export const mergeFiles = (folder: FileState, from: FileState, to: FileState): FileState => {
  const moved = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (path) => !same(from[path], to[path]) && same(folder[path], from[path]),
  );
  if (moved.length === 0) return folder;
  const merged = new Map(Object.entries(folder));
  for (const path of moved) {
    const entry = to[path];
    if (entry === undefined) merged.delete(path);
    else merged.set(path, entry);
  }
  return Object.fromEntries(merged);
};
