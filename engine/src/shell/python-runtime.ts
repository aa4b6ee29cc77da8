import { Part } from "../core/part.ts";
import type { Directory } from "../vfs/entry.ts";
import type { PythonHome } from "./packages/python/python-home.ts";
import type { Process } from "./process.ts";
import type { Sleeper, Waiting } from "./wait/waiting.ts";

/** What `python` was asked to run. */
export interface PythonProgram {
  /** `python app.py`, `python -c`, `python -m`, `python` with a program on its standard input. */
  readonly mode: "script" | "command" | "module" | "stdin";
  /** The file, the source or the module's name; empty for standard input. */
  readonly target: string;
  /** `sys.argv` behind the first. */
  readonly arguments: readonly string[];
  readonly home: PythonHome;
  /** `-u`, or PYTHONUNBUFFERED: what is printed is seen at once. */
  readonly unbuffered: boolean;
  /** Other options that change what the program sees: `B`, `E`, `I`, `O`, `s`, `S`. */
  readonly flags: string;
}

/** A Python program that waits, as plain data. What only the interpreter has to understand is not told here. */
export interface KeptPython {
  /** See `PythonRuntime.id`. */
  readonly runtime: string;
  readonly sleeper: Sleeper;
  readonly machine: {
    readonly stack: number;
    /** Pages of 4096 bytes by number, where they are not as in a fresh interpreter. */
    readonly memory: { readonly size: number; readonly pages: ReadonlyMap<number, Uint8Array> };
  };
  readonly process: {
    readonly bound: ReadonlyMap<number, string>;
    readonly handled: readonly string[];
    readonly held: readonly number[];
    readonly heard: readonly string[];
    readonly drawn: number;
    readonly system: { readonly cwd: string; readonly open: ReadonlyMap<number, object> };
  };
  readonly program: PythonProgram;
  readonly beginning: { readonly files: Directory; readonly at: number };
  /** What has reached it, the latest last. */
  readonly history: readonly {
    readonly entry: "answer" | "signalled";
    readonly question: string;
    readonly at: number;
  }[];
}

/** A real interpreter, which lives outside the engine. */
export interface PythonRuntime {
  /**
   * Runs a program to its end. @returns its exit status
   * @throws {EngineError} NOT_SIMULATED, LIMIT
   */
  run(process: Process, program: PythonProgram): number;
  /** Names the interpreter with its library: a program's memory is of use to no other one. */
  readonly id: string;
  /** The program as it waited when it was written down, by an interpreter of the same id. */
  revive(kept: KeptPython): Waiting;
}

/** Loaded when the first Python program runs. */
export const pythonRuntime: Part<PythonRuntime> = new Part("runtime:python");
