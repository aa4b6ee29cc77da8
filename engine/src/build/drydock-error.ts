import { isEngineError } from "../core/engine-error.ts";

/** What Drydock itself could not do, in words for a learner. */
export interface DrydockFailure {
  readonly message: string;
  readonly drydock: { readonly what: string; readonly real: string };
}

/** As a sentence of its own, however it was handed over. */
const sentence = (text: string): string =>
  text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;

/** The words for an error of Drydock's own; undefined for anything else, which is a bug and has to fly on. */
export function drydockFailure(error: unknown): DrydockFailure | undefined {
  if (isEngineError(error, "NOT_SIMULATED")) {
    const { what, real } = error.data;
    return {
      message: `Drydock does not simulate ${what}. ${sentence(real)}`.trim(),
      drydock: { what, real },
    };
  }
  if (isEngineError(error, "LIMIT")) {
    const { what, limit } = error.data;
    const real = "Docker has no such limit and would go on.";
    return { message: `Drydock stops here: more than ${limit} ${what}. ${real}`, drydock: { what, real } };
  }
  return undefined;
}
