import { Part } from "../core/part.ts";
import type { PythonHome } from "./packages/python/python-home.ts";
import type { Process } from "./process.ts";

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

/** A real interpreter, which lives outside the engine. */
export interface PythonRuntime {
  /**
   * Runs a program to its end. @returns its exit status
   * @throws {EngineError} NOT_SIMULATED, LIMIT
   */
  run(process: Process, program: PythonProgram): number;
}

/** Loaded when the first Python program runs. */
export const pythonRuntime: Part<PythonRuntime> = new Part("runtime:python");
