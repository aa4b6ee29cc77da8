import { type Origin, contentKey } from "../context/checksum.ts";
import type { Mount } from "../dockerfile/instruction.ts";
import type { Directory } from "../vfs/entry.ts";
import { basename } from "../vfs/path.ts";
import type { PlannedStep } from "./plan.ts";
import { isGitSource, isUrlSource } from "./plan/remote-source.ts";
import { sourceEntries } from "./source-entries.ts";
import type { SourceEntry } from "./step-inputs.ts";
import { isWildcard } from "./wildcard.ts";

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
}

const NONE: StepSources = { entries: [], fast: undefined, slow: "" };

export const isRemote = (source: string): boolean => isUrlSource(source) || isGitSource(source);

/** One name where one is asked for: then only content counts. More than one, or a pattern: names count too. */
function contentOf(entries: readonly SourceEntry[], origin: Origin, plain: boolean): string {
  if (plain) return entries.map(({ entry }) => contentKey(entry, origin)).join("\n");
  return entries.map(({ path, entry }) => `${basename(path)} ${contentKey(entry, origin)}`).join("\n");
}

interface Read {
  readonly from: SourceTree;
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
}

/**
 * Finds the files that a COPY, an ADD or the bind mounts of a RUN read, and keys them.
 *
 * @returns the source that is missing, as it is written, and where it was looked for, where one is
 */
export function stepSources(
  step: PlannedStep,
  treeOf: (from: CopyFrom) => SourceTree,
  mountTree: (mount: Mount) => SourceTree,
): StepSources | MissingSource {
  const reads: Read[] = [];
  const paths = step.kind === "copy" ? step.sources.filter((source) => !isRemote(source)) : [];
  if (step.kind === "copy" && paths.length > 0) {
    reads.push({ from: treeOf(step.from), paths, exclude: step.instruction.exclude });
  }
  if (step.kind === "run") {
    for (const mount of step.mounts) {
      if (mount.type === "bind")
        reads.push({ from: mountTree(mount), paths: [mount.source ?? "/"], exclude: [] });
    }
  }
  if (reads.length === 0) return NONE;
  const entries: SourceEntry[] = [];
  const slow: string[] = [];
  for (const { from, paths, exclude } of reads) {
    for (const path of paths) {
      const found = sourceEntries(from.tree, [path], exclude);
      if (!found) return { missing: path, from };
      entries.push(...found);
      slow.push(contentOf(found, from.origin, exclude.length === 0 && !isWildcard(path)));
    }
  }
  const ids = reads.map(({ from }) => from.id);
  const selected = reads.map(({ paths }) => paths.join("\0"));
  const fast = ids.includes(undefined) ? undefined : `${ids.join("\0")}\n${selected.join("\n")}`;
  return { entries, fast, slow: slow.join("\n\n") };
}

export type CopyFrom = Extract<PlannedStep, { kind: "copy" }>["from"];
