import type { FileState } from "@drydock/engine";

/** The text of a file of the learner's, or undefined where it is none: bytes, a link, nothing. */
export const textOf = (files: FileState, path: string): string | undefined => {
  const entry = files[path];
  if (typeof entry === "string") return entry;
  return typeof entry === "object" && "text" in entry ? entry.text : undefined;
};

/** The files that the editor shows, the Dockerfile first. */
export const editableFiles = (files: FileState): readonly string[] =>
  Object.keys(files)
    .filter((path) => textOf(files, path) !== undefined && !path.endsWith("/"))
    .toSorted((a, b) => Number(b === "Dockerfile") - Number(a === "Dockerfile") || (a < b ? -1 : 1));
