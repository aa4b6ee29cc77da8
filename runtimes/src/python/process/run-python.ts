import type { Process, PythonProgram } from "@drydock/engine";
import { ProcessExit } from "../host-calls/exit.ts";
import type { Machine, MachineState } from "../machine/machine.ts";
import type { Pristine } from "./boot.ts";
import type { Machines } from "./machines.ts";
import { ParkedPython } from "./parked-python.ts";
import { programJson } from "./program-json.ts";
import { PythonProcess } from "./python-process.ts";

/** Thrown through a program that waits from here on. */
class Parked extends Error {
  readonly machine: MachineState;

  constructor(machine: MachineState) {
    super("parked");
    this.machine = machine;
  }
}

/** Runs a program to its end, or to where it waits for ever. @returns its exit status */
export function runPython(
  process: Process,
  program: PythonProgram,
  pristine: Pristine,
  machines: Machines,
): number {
  const { env, cwd, umask, credentials, argv, pid, kernel } = process;
  const sleeper = { env: new Map(env), cwd, umask, credentials, argv, pid };
  const python = new PythonProcess(process, program);
  python.argument = programJson(process, program);
  const end = machines.lend(pristine.state, (machine) => run(machine, python, pristine));
  if (typeof end === "number") return end;
  const state = {
    machine: end,
    process: python.state,
    program,
    entry: pristine.entry,
    sleeper: { ...sleeper, since: kernel.now() },
  };
  return kernel.wait(new ParkedPython(state, machines), process.argv.join(" "));
}

function run(machine: Machine, python: PythonProcess, { state, entry }: Pristine): number | MachineState {
  python.park = () => {
    throw new Parked(machine.state(state.memory));
  };
  try {
    machine.enter(entry, "main", python);
  } catch (thrown) {
    if (thrown instanceof Parked) return thrown.machine;
    if (thrown instanceof ProcessExit) return thrown.status;
    throw thrown;
  }
  python.stdout.flush();
  return Number(JSON.parse(python.result));
}
