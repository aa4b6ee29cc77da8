import type { Range } from "../core/position.ts";
import type { Flag, Heredoc, Pair } from "./instruction.ts";

/** The words behind a keyword, parted by the rules of that keyword. */
export interface StatementArguments {
  readonly args: readonly string[];
  /** They stood there as a JSON array. */
  readonly json: boolean;
  /** Of ENV and LABEL. */
  readonly pairs: readonly Pair[];
}

/** One instruction read as far as lines and words go; what it means comes later. */
export interface Statement extends StatementArguments {
  readonly keyword: string;
  /** The joined line as it is: white space at its end is kept. */
  readonly text: string;
  readonly flags: readonly Flag[];
  readonly heredocs: readonly Heredoc[];
  /** Comment lines above it, without `#`; an empty comment line starts anew. */
  readonly comments: readonly string[];
  readonly range: Range;
}
