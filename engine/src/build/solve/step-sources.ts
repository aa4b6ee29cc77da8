import { type Origin, contentKey } from "../../context/checksum.ts";
import type { Directory } from "../../vfs/entry.ts";
import { basename } from "../../vfs/path.ts";
import type { PlannedStep } from "../plan/plan.ts";
import { sourceEntries } from "../copy/source-entries.ts";
import type { SourceRead } from "../plan/source-reads.ts";
import type { SourceEntry } from "./step-inputs.ts";
import { isWildcard } from "../copy/wildcard.ts";

/** A tree that steps read from: the context, a stage or an image. */
export interface SourceTree {
  readonly tree: Directory;
  readonly origin: Origin;
  /** Its name in fast keys; undefined for the context, which has none but its content. */
  readonly id: string | undefined;
}

/** What a step reads beside the files it stands on. */
export interface StepSources {
  readonly entries: readonly SourceEntry[];
  /** Key by what the sources are made of; undefined where all of it is the context. */
  readonly fast: string | undefined;
  /** Key by content. */
  readonly slow: string;
}

/** A source that is not there. */
export interface MissingSource {
  readonly missing: string;
  readonly from: SourceTree;
  /** Its key does not look for it, since `--exclude` thins out what is read: the work itself meets it. */
  readonly thinned: boolean;
}

const NONE: StepSources = { entries: [], fast: undefined, slow: "" };

/** One name where one is asked for: then only content counts. More than one, or a pattern: names count too. */
function contentOf(entries: readonly SourceEntry[], origin: Origin, plain: boolean): string {
  if (plain) return entries.map(({ entry }) => contentKey(entry, origin)).join("\n");
  return entries.map(({ path, entry }) => `${basename(path)} ${contentKey(entry, origin)}`).join("\n");
}

/**
 * Finds the files that a step reads, and keys them.
 *
 * @returns the source that is missing, as it is written, and where it was looked for, where one is
 */
export function stepSources(
  reads: readonly SourceRead[],
  treeOf: (from: CopyFrom) => SourceTree,
): StepSources | MissingSource {
  if (reads.length === 0) return NONE;
  const entries: SourceEntry[] = [];
  const slow: string[] = [];
  const trees = reads.map(({ from }) => treeOf(from));
  for (const [i, { paths, exclude }] of reads.entries()) {
    const from = trees[i];
    if (!from) continue;
    const thinned = exclude.length > 0;
    for (const path of paths) {
      const found = sourceEntries(from.tree, [path], exclude);
      if (!found) return { missing: path, from, thinned };
      entries.push(...found);
      slow.push(contentOf(found, from.origin, !thinned && !isWildcard(path)));
    }
  }
  const ids = trees.map(({ id }) => id);
  const selected = reads.map(({ paths }) => paths.join("\0"));
  const fast = ids.includes(undefined) ? undefined : `${ids.join("\0")}\n${selected.join("\n")}`;
  return { entries, fast, slow: slow.join("\n\n") };
}

export type CopyFrom = Extract<PlannedStep, { kind: "copy" }>["from"];
