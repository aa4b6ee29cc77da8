/** One directive of an nginx configuration, as it was written. */
export interface Directive {
  readonly name: string;
  /** Its words, quotes and escapes taken away. */
  readonly args: readonly string[];
  /** What stands between its braces; undefined where it ends with a semicolon. */
  readonly block: readonly Directive[] | undefined;
  readonly file: string;
  /** The line on which it ends or its block opens, counted from 1: nginx names that one. */
  readonly line: number;
}

/** What nginx says of a configuration that it cannot use, the place included. */
export interface ConfigProblem {
  readonly error: string;
}
