import type { BuildError } from "../result.ts";
import { isEngineError } from "../../core/engine-error.ts";
import { notSimulatedText } from "../../core/not-simulated-text.ts";

/** What Drydock itself could not do, in words for a learner. */
export interface DrydockFailure {
  readonly message: string;
  readonly drydock: NonNullable<BuildError["drydock"]>;
}

/** The words for an error of Drydock's own; undefined for anything else, which is a bug and has to fly on. */
export function drydockFailure(error: unknown): DrydockFailure | undefined {
  if (isEngineError(error, "NOT_SIMULATED")) {
    return { message: notSimulatedText(error.data), drydock: error.data };
  }
  if (isEngineError(error, "LIMIT")) {
    const { what, limit } = error.data;
    const real = "Docker has no such limit and would go on.";
    return { message: `Drydock stops here: more than ${limit} ${what}. ${real}`, drydock: { what, real } };
  }
  return undefined;
}
