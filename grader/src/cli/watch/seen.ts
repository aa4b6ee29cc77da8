import type { Board } from "./board.ts";

/** What the changes of the solution came to. */
export interface MutantsSeen {
  readonly tried: number;
  /** How many each criterion catches, by its id. */
  readonly caught: Readonly<Record<string, number>>;
  /** Those that build the same as the solution. */
  readonly same: number;
  readonly survive: number;
  /** Those that survive as well, with a reason in the rubric. */
  readonly tolerated: number;
}

/** All that a watch knows of a lesson so far; a part that is not there yet is still worked at. */
export interface Seen {
  readonly board?: Board;
  /** What the gate says, one line each. */
  readonly problems?: readonly string[];
  readonly mutants?: MutantsSeen;
}
