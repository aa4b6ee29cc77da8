import type { BuildCache, CachedResult } from "../cache/cache.ts";
import type { Ground } from "./ground.ts";
import type { Image } from "../image/image.ts";
import type { Failed } from "./outcome.ts";
import type { PlannedStage, PlannedStep } from "../plan/plan.ts";
import type { Vertex } from "../result.ts";
import type { StepInputs } from "./step-inputs.ts";

/** A stage on its way: what its next step stands on, and what its steps had so far. */
export interface StageWork {
  readonly stage: PlannedStage;
  readonly base: StepInputs["base"];
  /** The image it starts from; undefined for scratch or a stage. */
  readonly image: Image | undefined;
  ground: Ground;
  /** Steps that are done. */
  next: number;
  /** Simulated milliseconds from the start of the build when the ground is there. */
  ready: number;
  readonly inputs: StepInputs[];
  /** The vertex of each step that is done, in order; steps of another stage that are the very same share theirs. */
  readonly vertices: Vertex[];
}

export interface Solved {
  readonly vertices: readonly Vertex[];
  readonly failure: { readonly step: PlannedStep; readonly outcome: Failed } | undefined;
  /** What the target's last step left; undefined if that is the base itself, or after a failure. */
  readonly result: CachedResult | undefined;
  readonly works: ReadonlyMap<number, StageWork>;
  readonly cache: BuildCache;
  /** Simulated milliseconds from the start of the build. */
  readonly end: number;
}
