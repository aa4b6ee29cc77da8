import type { KeptPython, Process, PythonProgram } from "@drydock/engine";
import { Again } from "../host-calls/again.ts";
import type { Pristine } from "./boot.ts";
import type { Machines } from "./machines.ts";
import { ParkedPython } from "./parked-python.ts";
import { programJson } from "./program-json.ts";
import { type ProcessState, PythonProcess } from "./python-process.ts";
import { runMachine } from "./run-machine.ts";

/** Runs a program to its end, or to where it waits for ever. @returns its exit status */
export function runPython(
  process: Process,
  program: PythonProgram,
  pristine: Pristine,
  machines: Machines,
): number {
  const end = startPython(process, program, pristine, machines);
  return typeof end === "number" ? end : process.kernel.wait(end, process.argv.join(" "));
}

/** The program as it waited when it was written down. */
export function revivePython(kept: KeptPython, pristine: Pristine, machines: Machines): ParkedPython {
  const { stack, memory } = kept.machine;
  const state = {
    ...kept,
    // What the interpreter itself had written is as it was.
    process: kept.process as ProcessState,
    machine: { stack, memory: { ...memory, base: pristine.state.memory } },
    entry: pristine.entry,
    again: (awake: Process) => startPython(awake, kept.program, pristine, machines),
    pristine,
  };
  return new ParkedPython(state, machines);
}

/** Most that a program may start itself once more. */
const MOST_STARTS = 8;

/** Runs a program from its first line. @returns its exit status, or the program as it waits */
function startPython(
  process: Process,
  program: PythonProgram,
  pristine: Pristine,
  machines: Machines,
): number | ParkedPython {
  const { env, cwd, umask, credentials, argv, pid, kernel } = process;
  for (let started = 0; ; started++) {
    const sleeper = { env: new Map(env), cwd, umask, credentials, argv, pid };
    const beginning = { files: process.files.snapshot(), at: kernel.now() };
    const python = new PythonProcess(process, program);
    python.argument = programJson(process, program);
    try {
      const end = machines.lend(pristine.state, (machine) => runMachine(machine, python, pristine));
      if (typeof end === "number") return end;
      const state = {
        machine: end,
        process: python.state,
        program,
        entry: pristine.entry,
        sleeper: { ...sleeper, since: kernel.now() },
        again: (awake: Process) => startPython(awake, program, pristine, machines),
        pristine,
        beginning,
        history: [],
      };
      return new ParkedPython(state, machines);
    } catch (thrown) {
      if (!(thrown instanceof Again) || started === MOST_STARTS) throw thrown;
      for (const [name, value] of thrown.env) env.set(name, value);
    }
  }
}
