/** Every failure that a learner can cause, with the facts that its words are made of. */
export interface ErrorData {
  /**
   * Drydock does not model it. Never a pass, never a fail: whatever hangs on it is inconclusive. But `endless`, a program that goes
   * on until somebody stops it where nobody can, is known never to end.
   */
  NOT_SIMULATED: { what: string; real: string; endless?: string };
  /** A limit of Drydock itself: steps, output, memory, size. */
  LIMIT: { what: string; limit: number };
  /**
   * A part of Drydock that is loaded when it is first needed: `base:python:3.12-slim`, `catalogue:pip`, `runtime:python`.
   * No outcome, and no words: whoever drives the engine loads it and asks again, from the state before.
   */
  NEEDS_PART: { part: string };
  NO_SUCH_IMAGE: { reference: string };
  INVALID_REFERENCE: { reference: string; reason: string };
}

/** A failure with a code and its facts. Words are made once per surface. Anything else that is thrown is a bug in Drydock. */
export class EngineError<Code extends keyof ErrorData = keyof ErrorData> extends Error {
  override readonly name = "EngineError";
  readonly code: Code;
  readonly data: ErrorData[Code];

  constructor(code: Code, data: ErrorData[Code]) {
    super(`${code} ${JSON.stringify(data)}`);
    this.code = code;
    this.data = data;
  }
}

/** `Drydock does not simulate gcc. The real one would compile here.` */
export const notSimulated = (what: string, real: string, endless?: string): EngineError<"NOT_SIMULATED"> =>
  new EngineError("NOT_SIMULATED", { what, real, ...(endless !== undefined && { endless }) });

export const needsPart = (part: string): EngineError<"NEEDS_PART"> => new EngineError("NEEDS_PART", { part });

export const isEngineError = <Code extends keyof ErrorData>(
  error: unknown,
  code: Code,
): error is EngineError<Code> => error instanceof EngineError && error.code === code;
