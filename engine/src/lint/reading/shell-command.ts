import type { Range } from "../../core/position.ts";

/** A command that a RUN starts, as the shell's parser sees it. */
export interface ShellCommand {
  /** The last part of its path: `apt-get` for `/usr/bin/apt-get`. */
  readonly name: string;
  /** What follows, without quotes; variables stand as they were written. */
  readonly words: readonly string[];
  /** `A=1` before the name, by name. */
  readonly assigned: ReadonlyMap<string, string>;
  /** Where it stands in the Dockerfile; a command inside `sh -c` stands where that `sh` does. */
  readonly range: Range;
  /** Its pipeline, in order, itself included. */
  readonly pipe: readonly ShellCommand[];
  /** It works in the RUN's own shell: what `cd` and `export` change is there for the commands behind it. */
  readonly own: boolean;
  /** `command &` */
  readonly background: boolean;
  /** Commands whose output its words take in: `$(…)` and `<(…)`. */
  readonly taken: readonly ShellCommand[];
  /** Files that it writes by `>` and `>>`. */
  readonly writes: readonly string[];
}
