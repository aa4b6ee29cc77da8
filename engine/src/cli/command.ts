import type { StateCell } from "../daemon/state-cell.ts";
import type { BuildResult } from "../build/result.ts";
import type { LiveView } from "../core/live-view.ts";
import type { Daemon } from "../daemon/daemon.ts";
import type { Input, Network } from "../shell/process.ts";
import type { FileSystem } from "../vfs/file-system.ts";
import type { Flag } from "./words/flag.ts";

/** The machine on which somebody types `docker`. */
export interface Station {
  readonly daemon: Daemon;
  /** The host's files. */
  readonly files: FileSystem;
  readonly directory: string;
  readonly env: ReadonlyMap<string, string>;
  /** Somebody sits at a terminal. */
  readonly terminal: boolean;
  /** Standard input, as it comes. */
  readonly input: Input;
  /** All of standard input. */
  stdin(): string;
  /** The next line of it, as an answer to a question; undefined at its end. A terminal does not show what is `secret`. */
  answer(secret?: boolean): string | undefined;
  /** `live`: what a terminal draws instead of the text. */
  out(text: string, live?: LiveView): void;
  err(text: string, live?: LiveView): void;
  /** What containers can reach beside each other. */
  readonly network: (cell: StateCell) => Network;
  /** Told of every build. */
  onBuild(result: BuildResult): void;
}

/** One call of a command, its flags read. */
export interface Call extends Station {
  readonly args: readonly string[];
  /** The command's name as errors and usage say it: `docker image ls`. */
  readonly name: string;
  /** Was the flag given? For a bool: is it true? */
  on(flag: string): boolean;
  /** The last value given, else the flag's default, else empty. */
  get(flag: string): string;
  all(flag: string): readonly string[];
  /** Writes a line to stderr. @returns `exitCode`, 1 if none is given */
  fail(message: string, exitCode?: number): number;
}

/** One `docker` command: a file under commands/, and a line in its list. */
export interface Command {
  /** All names that lead to it, without `docker`: `images`, `image ls`. */
  readonly names: readonly string[];
  /** Other words for the last part of a name that stand for it: `image list` is `image ls`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** What usage shows after the name. */
  readonly usage: string;
  /** One line, for lists of commands. */
  readonly summary: string;
  /** What the list of its group says in place of the summary. */
  readonly shortSummary?: string;
  /** What its own help says in place of the summary. */
  readonly about?: string;
  /** How many arguments: from, to. */
  readonly arity: readonly [number, number];
  /** It says of arguments that it wants none of them that it requires 0, as two commands of the plugin do. */
  readonly countsNone?: boolean;
  readonly flags: readonly Flag[];
  /** false: flags end at the first argument, the rest belongs to a program. */
  readonly interspersed?: boolean;
  run(call: Call): number;
}
