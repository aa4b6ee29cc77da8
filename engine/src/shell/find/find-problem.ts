import { notSimulated } from "../../core/engine-error.ts";
import type { Flavour } from "../process.ts";

/** A command line that find refuses. */
export class FindProblem {
  readonly message: string;
  /** busybox shows how it is used. */
  readonly showsUsage: boolean;
  constructor(message: string, showsUsage = false) {
    this.message = message;
    this.showsUsage = showsUsage;
  }
}

/** What GNU's find has and Drydock has not. */
const LACKING =
  /^-(?:samefile|inum|fstype|fprint0?|fprintf|fls|i?lname|[ac]newer|newer..|daystart|used|context|files0-from|okdir)$/;

/** Refuses what is no predicate of this find. @throws {FindProblem} */
export function unknownPredicate(word: string, flavour: Flavour): never {
  if (flavour === "busybox") throw new FindProblem(`unrecognized: ${word}`, true);
  if (LACKING.test(word)) throw notSimulated(`find ${word}`, "look at files, or write, as it says");
  throw new FindProblem(`unknown predicate \`${word}'`);
}
