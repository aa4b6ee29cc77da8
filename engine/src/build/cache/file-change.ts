import { type Origin, contentKey } from "../../context/checksum.ts";
import type { Entry } from "../../vfs/entry.ts";
import type { MissReason } from "../result.ts";
import type { SourceEntry } from "../solve/step-inputs.ts";

type FileChange = Extract<MissReason, { kind: "file" }>;

function between(path: string, before: Entry, after: Entry, origin: Origin): FileChange | undefined {
  if (before === after || contentKey(before, origin) === contentKey(after, origin)) return undefined;
  if (before.kind !== after.kind) return { kind: "file", path, change: "type" };
  if (before.kind === "directory" && after.kind === "directory") {
    return firstOf(before.children, after.children, path, origin) ?? { kind: "file", path, change: "mode" };
  }
  const same =
    (before.kind === "file" && after.kind === "file" && before.content.digest === after.content.digest) ||
    (before.kind === "device" && after.kind === "device" && before.name === after.name);
  return { kind: "file", path, change: same ? "mode" : "content" };
}

function firstOf(
  before: ReadonlyMap<string, Entry>,
  after: ReadonlyMap<string, Entry>,
  at: string,
  origin: Origin,
): FileChange | undefined {
  for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const path = at === "" ? name : name === "" ? at : `${at}/${name}`;
    const old = before.get(name);
    const now = after.get(name);
    if (!now) return { kind: "file", path, change: "removed" };
    if (!old) return { kind: "file", path, change: "added" };
    const change = between(path, old, now, origin);
    if (change) return change;
  }
  return undefined;
}

const byPath = (sources: readonly SourceEntry[]): Map<string, Entry> =>
  new Map(sources.map(({ path, entry }) => [path, entry]));

/**
 * The first path, in order of names, where two sets of sources differ in what a content key counts. Owners count where
 * files come from a stage or an image; a change of owner is told as one of mode.
 */
export function fileChange(
  before: readonly SourceEntry[],
  after: readonly SourceEntry[],
): FileChange | undefined {
  const [old, now] = [byPath(before), byPath(after)];
  return firstOf(old, now, "", "context") ?? firstOf(old, now, "", "stage");
}
