import type { Entry } from "../../vfs/entry.ts";

/** A folder's links are its own two and one for each folder in it. */
export const linksOf = (entry: Entry): number =>
  entry.kind === "file"
    ? entry.links
    : entry.kind === "directory"
      ? 2 + [...entry.children.values()].filter(({ kind }) => kind === "directory").length
      : 1;
