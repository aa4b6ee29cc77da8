import { type FileState, isText, recordOf, type Shape } from "@drydock/engine";

const isEntry: Shape<FileState[string]> = (value): value is FileState[string] => {
  if (isText(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  return ["base64", "link", "text"].some((kind) => isText(Reflect.get(value, kind)));
};

/** Files by path, as a bundle or a browser's storage has them. */
export const isFileState: Shape<FileState> = recordOf(isEntry);
