/** A call that has no answer: somebody interrupted the engine, or it died of something. */
export class EngineStopped extends Error {
  override readonly name = "EngineStopped";
  readonly how: "interrupted" | "died";

  constructor(how: EngineStopped["how"], words: string) {
    super(words);
    this.how = how;
  }
}

/** What anything that a call was rejected with amounts to. */
export const stoppedBy = (error: unknown): EngineStopped =>
  error instanceof EngineStopped
    ? error
    : new EngineStopped("died", error instanceof Error ? error.message : String(error));
