import type { BuildCache } from "./cache.ts";
import type { PlannedStage } from "./plan.ts";
import type { BuildRequest } from "./request.ts";
import type { StepInputs } from "./step-inputs.ts";

/** Names a stage of a Dockerfile from build to build: by its own name if it has one, else by its place. */
export const runsKey = ({ dockerfile }: BuildRequest, { index, name }: PlannedStage): string =>
  `${dockerfile.name}\n${name === "" || name === `stage-${index}` ? index : name}`;

/** What the steps of a stage had when it was built last. A stage that was given a name is found by its place. */
export const runsOf = (
  cache: BuildCache,
  request: BuildRequest,
  stage: PlannedStage,
): readonly StepInputs[] =>
  cache.runs.get(runsKey(request, stage)) ??
  cache.runs.get(`${request.dockerfile.name}\n${stage.index}`) ??
  [];
