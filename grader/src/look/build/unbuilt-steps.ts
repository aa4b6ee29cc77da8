import type { Subject } from "../../subject.ts";
import { type StepVertex, stepsOf } from "./step-pattern.ts";

/** Stages of a Dockerfile that are looked at beside those that the image needs. */
const MOST = 3;

/** Steps of stages that the image does not need, so that the builder leaves them out: what they would make is lost. */
export function unbuiltSteps(subject: Subject): StepVertex[] {
  const built = new Set(subject.build().stages.map(({ index }) => index));
  return subject.dockerfile.stages
    .filter(({ index }) => !built.has(index))
    .slice(0, MOST)
    .flatMap(({ index, from }) =>
      stepsOf(subject.build({ target: from.name || String(index) })).filter(
        ({ step }) => step.stage === index,
      ),
    );
}
