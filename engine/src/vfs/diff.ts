import type { Directory, Entry } from "./entry.ts";

/** One path that a step added, changed or deleted, with Docker's letters. */
export interface Change {
  /** Absolute. */
  readonly path: string;
  readonly kind: "A" | "C" | "D";
  /** What is there now; undefined for D. */
  readonly entry?: Entry;
  /** A directory that stands where something else stood: nothing of the layers below shows through. */
  readonly opaque?: boolean;
}

/**
 * What changed from `lower` to `upper`, in walk order: names sorted, a directory before what it holds.
 *
 * Compares objects, not bytes: what was not touched is skipped whole, and what was touched counts as changed, as in an
 * overlay, where a write, a chmod or a removal copies the file and its directories up. A deleted directory is one change;
 * below an opaque one only what is there now is told.
 */
export function diff(lower: Directory, upper: Directory): Change[] {
  const changes: Change[] = [];
  if (lower !== upper) walk(lower, upper, "", changes);
  return changes;
}

function walk(lower: Directory | undefined, upper: Directory, prefix: string, changes: Change[]): void {
  for (const name of changedNames(lower, upper)) {
    const before = lower?.children.get(name);
    const entry = upper.children.get(name);
    const path = `${prefix}/${name}`;
    if (!entry) {
      changes.push({ path, kind: "D" });
      continue;
    }
    const kind = before ? "C" : "A";
    if (entry.kind !== "directory") changes.push({ path, kind, entry });
    else if (before?.kind === "directory" && before.inode === entry.inode) {
      changes.push({ path, kind, entry });
      walk(before, entry, path, changes);
    } else {
      changes.push(before ? { path, kind, entry, opaque: true } : { path, kind, entry });
      walk(undefined, entry, path, changes);
    }
  }
}

function changedNames(lower: Directory | undefined, upper: Directory): string[] {
  if (lower?.children === upper.children) return [];
  const names: string[] = [];
  for (const [name, entry] of upper.children) if (lower?.children.get(name) !== entry) names.push(name);
  if (lower) for (const name of lower.children.keys()) if (!upper.children.has(name)) names.push(name);
  return names.sort();
}
