import type { CommandWords, FileState, MachineChange, TerminalSize, TtyFrame } from "@drydock/engine";
import type { BuildFacts } from "../facts/build-facts.ts";

/** A piece of output, `at` simulated milliseconds after the command began. */
export interface OutputPiece {
  readonly at: number;
  readonly stream: "stdout" | "stderr";
  readonly text: string;
  /** What a terminal of that size draws instead: frame by frame, the last one at this piece's time, or all at once. */
  readonly live?: { readonly frames: readonly TtyFrame[]; readonly still: string };
}

/** What a command that is not over waits for: the next line of its input, one that is not shown, a command for a shell. */
type Wanted = "line" | "secret" | "command";

/** A command that ran, and what came of it. */
export interface Ran {
  readonly line: string;
  /** What stood before the line. */
  readonly prompt: string;
  readonly exitCode: number;
  readonly output: readonly OutputPiece[];
  readonly builds: readonly BuildFacts[];
  /** The learner's folder afterwards. */
  readonly files: FileState;
  /** What was typed while it ran, as it may be kept: without passwords. Absent: as it was typed. */
  readonly typed?: readonly string[];
  /** It waits: `output` is what it has said so far, and nothing has happened yet. */
  readonly wants?: Wanted;
}

/** What a command said to somebody who only looks. */
export interface Look {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The number of the moment before anything was typed. */
export const FIRST_MOMENT = 0;

/** How a line is run. */
export interface RunOptions {
  /** What is typed while it runs, each with its line end. Undefined: nobody is there to type. */
  readonly typed: readonly string[] | undefined;
  /** Of the terminal that shows it. No rows: nothing moves there. */
  readonly terminal: TerminalSize;
  /** The number under which the machine remembers what it is afterwards. Without it, it is not remembered. */
  readonly moment?: number;
}

/** A machine that was loaded: which of its moments are there, and what was saved beside them. */
export interface LoadedMachine {
  readonly moments: readonly number[];
  readonly beside: unknown;
}

/** What a prompt and the Tab key have to know of a machine. */
export interface Standing {
  readonly prompt: string;
  readonly programs: readonly string[];
  readonly images: readonly string[];
  readonly containers: readonly string[];
  /** Names of `docker` commands and their flags. */
  readonly verbs: readonly CommandWords[];
}

/** As long as nothing is known of it. */
export const FIRST_STANDING: Standing = {
  prompt: "~/app $ ",
  programs: [],
  images: [],
  containers: [],
  verbs: [],
};

/** The learner's computer: a folder, a shell, `docker`. */
export interface Machine {
  /** Its engine has ended: nothing can be asked of it any more. */
  readonly gone?: boolean;
  /**
   * Runs a line on a state of the folder; one line at a time. Words of anything that goes wrong are output.
   *
   * @throws {EngineStopped} where it was ended from outside
   */
  run(line: string, files: FileState, options: RunOptions): Promise<Ran>;
  /** After the last line. */
  readonly standing: Standing;
  /** Runs lines one by one on the machine as it stands, and puts it back each time: nothing of it has happened. */
  look(lines: readonly string[]): Promise<readonly Look[]>;
  /** It is again what it was at that moment. False where it does not remember: then nothing has happened. */
  turnTo(moment: number): Promise<boolean>;
  /**
   * What is different at a moment from what its line found, or from another moment; undefined where it does not remember one of
   * them.
   */
  changes(moment: number, since?: number): Promise<readonly MachineChange[] | undefined>;
  /**
   * All of these moments that can be written down, as text; it forgets the other ones.
   * @param beside plain data that belongs to them
   */
  save(moments: readonly number[], beside: unknown): Promise<string>;
  /** Remembers the moments of a machine that was saved, and stays as it is. `error` says why that cannot be, to people. */
  load(text: string): Promise<LoadedMachine | { readonly error: string }>;
}
