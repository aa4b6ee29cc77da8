import type { FileState } from "@drydock/engine";
import type { Session } from "./lesson.ts";
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

/** A session as it is replayed: what the lesson protects is restored in every state of the files that a line ran on. */
export function restoreStates(
  session: Session | undefined,
  start: FileState,
  protect: readonly string[],
): Session | undefined {
  if (!session?.snapshots || protect.length === 0) return session;
  const states = Object.entries(session.snapshots).map(
    ([name, state]) => [name, restoreProtected(state, start, protect).files] as const,
  );
  return { ...session, snapshots: Object.fromEntries(states) };
}
