import type { Done } from "./done.ts";
import { exit, type ExitStatus } from "../exit-status.ts";

/** How a run of many ends: an error of ours says more than a refusal, and that more than few points. */
export class Tally {
  readonly #limit: number | undefined;
  #errors = 0;
  #notGraded = 0;
  #under = 0;

  constructor(limit: number | undefined) {
    this.#limit = limit;
  }

  count(done: Pick<Done, "exit" | "percent">): void {
    if (done.exit === exit.internal) this.#errors++;
    else if (done.exit === exit.notAllGraded) this.#notGraded++;
    else if (this.#limit !== undefined && done.percent < this.#limit) this.#under++;
  }

  get exit(): ExitStatus {
    if (this.#errors > 0) return exit.internal;
    if (this.#notGraded > 0) return exit.notAllGraded;
    return this.#under > 0 ? exit.underLimit : exit.graded;
  }
}
