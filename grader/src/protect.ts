import type { FileState } from "@drydock/engine";
import { canonicalJson } from "./canonical-json.ts";

/** The files as they are graded: protected ones are those of `start/`. A note says where they differed. */
export function restoreProtected(
  files: FileState,
  start: FileState,
  protect: readonly string[],
): { readonly files: FileState; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const out: Record<string, FileState[string]> = { ...files };
  for (const path of protect) {
    const given = start[path];
    if (given === undefined || canonicalJson(out[path]) === canonicalJson(given)) continue;
    notes.push(`${path} was ${path in files ? "restored" : "added"}: this lesson protects it`);
    out[path] = given;
  }
  return { files: out, notes };
}
