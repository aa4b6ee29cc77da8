import { isEngineError } from "@drydock/engine";
import { ProcessExit } from "../host-calls/exit.ts";
import type { Machine, MachineState } from "../machine/machine.ts";
import type { Pristine } from "./boot.ts";
import type { PythonProcess } from "./python-process.ts";

/** Thrown through a program that waits from here on. */
class Parked extends Error {
  readonly machine: MachineState;

  constructor(machine: MachineState) {
    super("parked");
    this.machine = machine;
  }
}

/**
 * Runs a program from its first line. @param reached what reaches it where it waits; undefined: nothing, and it is parked there.
 * @returns its exit status, or the machine as it waits
 */
export function runMachine(
  machine: Machine,
  python: PythonProcess,
  { state, entry }: Pristine,
  reached: () => unknown = () => undefined,
): number | MachineState {
  python.park = () => {
    const given = reached();
    if (given !== undefined) return given;
    throw new Parked(machine.state(state.memory));
  };
  try {
    machine.enter(entry, "main", python);
  } catch (thrown) {
    if (thrown instanceof Parked) return thrown.machine;
    if (thrown instanceof ProcessExit) return thrown.status;
    // What it printed up to there was printed.
    if (isEngineError(thrown, "NOT_SIMULATED")) python.stdout.flush();
    throw thrown;
  }
  python.stdout.flush();
  return Number(JSON.parse(python.result));
}
