import type { BuildCache } from "./cache.ts";
import type { PlannedStage } from "../plan/plan.ts";
import type { BuildRequest } from "../request.ts";
import type { StepInputs } from "../solve/step-inputs.ts";

/** Names a stage from build to build: by its own name if it has one, else by its place in that Dockerfile. */
function runsKey(
  { dockerfile, directory = "" }: BuildRequest,
  { index, name }: PlannedStage,
  place: boolean,
): string {
  const named = !place && name !== "" && name !== `stage-${index}`;
  return `${directory}\n${dockerfile.name}\n${named ? name : index}`;
}

/** What the steps of a stage had when it was built last. A stage that was given a name is found by its place. */
export const runsOf = (
  cache: BuildCache,
  request: BuildRequest,
  stage: PlannedStage,
): readonly StepInputs[] =>
  cache.runs.get(runsKey(request, stage, false)) ?? cache.runs.get(runsKey(request, stage, true)) ?? [];

/** Notes what the steps of a stage had; a request that does not say where it is asked from sees the newest. */
export function noteRuns(
  runs: Map<string, readonly StepInputs[]>,
  request: BuildRequest,
  stage: PlannedStage,
  inputs: readonly StepInputs[],
): void {
  runs.set(runsKey(request, stage, false), inputs);
  runs.set(runsKey({ ...request, directory: undefined }, stage, false), inputs);
}
