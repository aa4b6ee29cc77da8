import type { BuildResult, FileState, LiveView } from "@drydock/engine";

/** A piece of output, `at` simulated milliseconds after the command began. */
export interface OutputPiece {
  readonly at: number;
  readonly stream: "stdout" | "stderr";
  readonly text: string;
  /** What a terminal draws instead; its last frame is there at this piece's time. */
  readonly live?: LiveView;
}

/** A command that ran, and what came of it. */
export interface Ran {
  readonly line: string;
  /** What stood before the line. */
  readonly prompt: string;
  readonly exitCode: number;
  readonly output: readonly OutputPiece[];
  readonly builds: readonly BuildResult[];
  /** The learner's folder afterwards. */
  readonly files: FileState;
}

/** The learner's computer: a folder, a shell, `docker`. */
export interface Machine {
  /**
   * Runs a line on a state of the folder; one line at a time. Words of anything that goes wrong are output, it never
   * rejects.
   */
  run(line: string, files: FileState): Promise<Ran>;
  readonly prompt: string;
  /** Names for the Tab key. */
  programs(): readonly string[];
  images(): readonly string[];
  containers(): readonly string[];
}
