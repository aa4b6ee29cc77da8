import type { ExitStatus } from "../exit-status.ts";
import type { Words } from "./words.ts";

/** One option of a command. `--help`, errors and completion are made of it. */
export interface Option {
  readonly name: string;
  /** What help calls its value; without one it is a switch. */
  readonly value?: string;
  /** May be given several times. */
  readonly many?: true;
  readonly summary: string;
  /** What completion says, where the first part of the summary does not. */
  readonly short?: string;
  /** What the value may be, or begin with: for completion. Without them a file is completed. */
  readonly choices?: () => readonly string[];
}

/** One command. Its file is its whole definition; `commands/index.ts` lists it. */
export interface Command {
  /** Empty for the one that needs no name: grading one submission. */
  readonly name: string;
  /** What follows its name: `LESSON`, `[LESSON]...` for none or many, `rubric|report` for one of these words. */
  readonly operands: readonly string[];
  readonly summary: string;
  /** More than the summary says, in lines. */
  readonly about?: readonly string[];
  readonly options: readonly Option[];
  /** Loads what it needs and no more: the engine takes a moment. `all` is every command. @throws {UsageError} */
  run(words: Words, all: readonly Command[]): Promise<ExitStatus>;
}
