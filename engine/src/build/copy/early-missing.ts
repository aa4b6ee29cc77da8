import type { Directory } from "../../vfs/entry.ts";
import { FileSystem } from "../../vfs/file-system.ts";
import { scratch } from "../solve/ground.ts";
import type { PlannedStep } from "../plan/plan.ts";
import type { StageWork } from "../solve/solved.ts";
import { sourceEntries } from "./source-entries.ts";
import type { CopyFrom, SourceTree } from "../solve/step-sources.ts";
import type { SourceRead } from "../plan/source-reads.ts";

/** A step whose source is not there, met before its turn. */
export interface EarlyMissing {
  readonly work: StageWork;
  readonly step: PlannedStep;
  readonly missing: string;
  /** Where it was looked for. */
  readonly tree: Directory;
  /** Its turn would have come as soon. */
  readonly timely: boolean;
}

/** The first step of a stage comes as soon as its source is there, and may stand on that very result. */
function hasItsTurn({ stage: { start, steps } }: StageWork, step: PlannedStep, from: CopyFrom): boolean {
  if (steps[0] !== step) return false;
  return start.kind !== "stage" || (from.kind === "stage" && from.index === start.index);
}

/**
 * A source that has a plain name, or a link to nowhere that a pattern matches. What `--exclude` thins out, and folders of patterns,
 * are looked for by the work itself.
 */
function missingIn({ paths, exclude }: SourceRead, { tree, id }: SourceTree): string | undefined {
  if (exclude.length > 0 || id === scratch.id) return undefined;
  const files = new FileSystem(tree, () => 0);
  for (const path of paths) {
    const found = sourceEntries(tree, [path]);
    if (!found) return path;
    const broken = found.find(
      ({ path: at, entry }) => entry.kind === "symlink" && typeof files.stat(`/${at}`) === "string",
    );
    if (broken) return broken.path;
  }
  return undefined;
}

/**
 * The steps, of those that are still to come, that read a file which is not there from a source that has just become ready.
 *
 * BuildKit makes the keys of a chain before it runs any of it: a file that is missing in the context ends the build at once, whatever
 * stands above in the Dockerfile; of several all are told [measured on Docker 28.5.2].
 *
 * @param isFresh whether a source has become ready now
 * @returns none where the only one is met in its turn
 */
export function earlyMissing(
  works: Iterable<StageWork>,
  readsOf: (step: PlannedStep) => readonly SourceRead[],
  isFresh: (from: CopyFrom) => boolean,
  treeOf: (from: CopyFrom) => SourceTree,
): readonly EarlyMissing[] {
  const found: EarlyMissing[] = [];
  for (const work of works) {
    for (const step of work.stage.steps.slice(work.next)) {
      for (const read of readsOf(step)) {
        if (!isFresh(read.from)) continue;
        const source = treeOf(read.from);
        const missing = missingIn(read, source);
        if (missing === undefined) continue;
        found.push({ work, step, missing, tree: source.tree, timely: hasItsTurn(work, step, read.from) });
        break;
      }
    }
  }
  return found.length === 1 && found[0]?.timely === true ? [] : found;
}
