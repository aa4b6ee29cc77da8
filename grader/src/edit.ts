import type { FileState } from "@drydock/engine";
import * as z from "zod/mini";
import { bytesOfBase64 } from "./lesson-version.ts";

/** `with` without `replace` is the whole new text; so is `replace` alone. */
interface Change {
  readonly file: string;
  readonly append?: string | undefined;
  readonly replace?: string | undefined;
  readonly with?: string | undefined;
}

const change: z.ZodMiniType<Change> = z.union(
  [
    z.strictObject({ file: z.string(), append: z.string() }),
    z.strictObject({ file: z.string(), replace: z.string(), with: z.string() }),
    z.strictObject({ file: z.string(), replace: z.string() }),
    z.strictObject({ file: z.string(), with: z.string() }),
  ],
  "{ file, append }, { file, replace, with } or { file, with }",
);

/** An edit of one file: its name alone appends a line feed. */
export type Edit = string | Change;

export const editSchema: z.ZodMiniType<Edit> = z
  .union([z.string(), change], "a file, or { file, append | replace | with }")
  .check(z.meta({ title: "edit" }));

export const editedFile = (edit: Edit): string => (typeof edit === "string" ? edit : edit.file);

/** The text of a file of a state; a symlink has none. */
export function textOf(value: FileState[string] | undefined): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  if ("text" in value) return value.text;
  return "base64" in value ? new TextDecoder().decode(bytesOfBase64(value.base64)) : undefined;
}

/** The state after the edit; undefined where the file is not there or has no text. */
export function applyEdit(files: FileState, edit: Edit): FileState | undefined {
  const file = editedFile(edit);
  const before = files[file];
  const text = textOf(before);
  if (before === undefined || text === undefined) return undefined;
  const changed = changedText(text, edit);
  const mode = typeof before === "object" && "text" in before ? before.mode : undefined;
  return { ...files, [file]: mode === undefined ? changed : { text: changed, mode } };
}

function changedText(text: string, edit: Edit): string {
  if (typeof edit === "string") return `${text}\n`;
  const { append, replace, with: whole } = edit;
  if (append !== undefined) return text + append;
  if (replace === undefined) return whole ?? text;
  return whole === undefined ? replace : text.replaceAll(replace, () => whole);
}
