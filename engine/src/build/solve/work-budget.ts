import { EngineError } from "../../core/engine-error.ts";

const LIMIT = 4_000_000;

/**
 * Work that one build may do: about one command of a script, a tenth of a copied file, or ten characters of a step's
 * environment. A build that is meant stays far below; one that is not ends in seconds.
 */
export class WorkBudget {
  left: number = LIMIT;

  /** @throws {EngineError} LIMIT when it is used up. */
  spend(work: number): void {
    this.left -= work;
    if (this.left < 0) throw new EngineError("LIMIT", { what: "steps of work in one build", limit: LIMIT });
  }
}
