import type { Directory } from "../../vfs/entry.ts";
import { FileSystem } from "../../vfs/file-system.ts";
import { clean } from "../../vfs/path.ts";
import { sha256 } from "../../core/sha256.ts";
import { encode } from "../../core/bytes.ts";
import type { Network } from "../../shell/process.ts";
import { copyInto } from "../copy/copy.ts";
import { cost } from "./cost.ts";
import { drydockFailure } from "../plan/drydock-error.ts";
import { fetchRemote } from "../copy/fetch-remote.ts";
import { type Ground, scratch } from "./ground.ts";
import { type Failed, type Outcome, failed } from "./outcome.ts";
import type { CopyStep, PlannedStep } from "../plan/plan.ts";
import { type RunWorld, runStep, unsuccessful } from "../run/run-step.ts";
import { isRemote } from "../plan/source-reads.ts";
import type { MissingSource, SourceTree } from "./step-sources.ts";
import { workdirStep } from "./workdir-step.ts";

/** BuildKit prefixes the names of its snapshots with its own id; any will do. */
const BUILDER = "6f1c2a88-3c5e-4d0b-9a57-2e9b7d41c0f3";

/** The key of a step cannot be made, since its sources cannot be read. */
function keyFailure(step: PlannedStep, why: string, duration: number): Failed {
  const reference = `${BUILDER}::${BigInt(`0x${sha256(encode(step.name))}`)
    .toString(36)
    .slice(0, 25)}`;
  const error = `failed to calculate checksum of ref ${reference}: ${why}`;
  return failed(error, duration, `failed to compute cache key: ${error}`);
}

/** What is missing when the key of a step is made, by its absolute path, and where it was looked for. */
export function missingForKey(step: PlannedStep, path: string, tree: Directory, duration: number): Failed {
  const round = new FileSystem(tree, () => 0).stat(path) === "ELOOP";
  return keyFailure(step, round ? "too many links" : `"${path}": not found`, duration);
}

/**
 * A source that is not there. The key of a step is made of the content of its sources, and tells what is missing; but not where
 * the step stands on that very result, or leaves files out: then the work itself meets it [measured on BuildKit 0.25.2; solver/llbsolver/ops/file.go,
 * markInvalid]. The reference is BuildKit's name of a snapshot; ours is derived from the step.
 */
export function missingSource(
  step: PlannedStep,
  { missing, from, thinned }: MissingSource,
  ground: Ground,
): Failed {
  const absolute = clean(`/${missing}`);
  if (thinned || from.id === ground.id || from.id === scratch.id) {
    const gone = "no such file or directory";
    if (step.kind === "run") return failed(unsuccessful(step, `open ${absolute}: ${gone}`), cost.copy);
    return failed(`lstat ${absolute}: ${gone}`, cost.copy);
  }
  return missingForKey(step, absolute, from.tree, cost.copy);
}

/** What a step can reach beside the files it stands on. */
export interface StepWorld extends RunWorld {
  readonly source: SourceTree;
  /** Did a folder come to the builder? Of a context comes only what some step names. */
  readonly isSent: (folder: string) => boolean;
  readonly network: Network | undefined;
  readonly dataRoot: string;
}

function copyStep(step: CopyStep, ground: Ground, begin: number, world: StepWorld): Outcome {
  const remote = step.sources.find(isRemote);
  if (remote !== undefined) return fetchRemote(remote, step.instruction.kind, world.network);
  // Names are looked up in the files below, and there are none at all [measured on Docker 28.5.2].
  if (ground.id === scratch.id && /[^\d:]/.test(step.chown ?? ""))
    return failed("invalid user index: -1", cost.copy);
  const files = new FileSystem(ground.tree, () => Math.floor(begin / 1000));
  const copied = copyInto(step, world.source.tree, files, world.isSent);
  if ("error" in copied) {
    if (copied.error.startsWith("invalid excludepatterns: "))
      return keyFailure(step, copied.error, cost.copy);
    const error = copied.error.replace("/var/lib/docker/", `${world.dataRoot}/`);
    return failed(error.replace(/^failed to compute cache key: /, ""), cost.copy, error);
  }
  world.budget.spend(copied.paths.length * 10);
  return {
    kind: "done",
    tree: files.snapshot(),
    log: [],
    started: [],
    copied: copied.paths,
    mounts: new Map(),
    duration: cost.copy,
  };
}

/** Does the work of a step that was not in the cache. What Drydock cannot do is a failure like any other. */
export function performStep(step: PlannedStep, ground: Ground, begin: number, world: StepWorld): Outcome {
  try {
    world.budget.spend(step.env.join("").length / 10);
    if (step.kind === "run") return runStep(step, ground, begin, world);
    if (step.kind === "workdir") return workdirStep(step, ground.tree, begin);
    return copyStep(step, ground, begin, world);
  } catch (error) {
    const known = drydockFailure(error);
    if (!known) throw error;
    return { ...failed(known.message, cost.copy), drydock: known.drydock };
  }
}
