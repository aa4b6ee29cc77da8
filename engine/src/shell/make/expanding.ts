import type { Line } from "./makefile.ts";

export interface Variable {
  readonly text: string;
  /** `=`: expanded whenever it is asked for; `:=` was expanded when it was set. */
  readonly recursive: boolean;
  readonly origin: "default" | "environment" | "file" | "command line" | "automatic" | "override";
  exported?: boolean;
  /** Where it was set. */
  readonly line?: Line | undefined;
}

/** What expanding needs of the world. */
export interface ExpandWorld {
  spend(steps: number): void;
  /** `$(shell …)`: what the command wrote, without its last line feeds, the others as spaces. */
  shell(command: string): string;
  /** `$(wildcard …)`: the names that fit, sorted. */
  glob(pattern: string): readonly string[];
  say(stream: "stdout" | "stderr", words: string): void;
}

/** What a function sees of the variables. */
export interface Expanding {
  readonly all: Map<string, Variable>;
  readonly world: ExpandWorld;
  /** Where the text that is expanded stands. */
  readonly at: Line;
  expand(text: string): string;
}
