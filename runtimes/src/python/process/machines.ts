import { Machine, type MachineState } from "../machine/machine.ts";

/** Machines that are used again and again: each use begins with a state that is put into one. */
export class Machines {
  readonly #module: WebAssembly.Module;
  readonly #free: Machine[] = [];

  constructor(module: WebAssembly.Module) {
    this.#module = module;
  }

  /** Lends a machine in that state for as long as `use` takes. Programs inside one another have one each. */
  lend<T>(state: MachineState, use: (machine: Machine) => T): T {
    const machine = this.#free.pop() ?? new Machine(this.#module);
    const size = machine.size;
    machine.restore(state);
    try {
      return use(machine);
    } finally {
      // A memory never shrinks: one that has grown is dropped, so that all begin alike.
      if (machine.size === size && this.#free.length < MOST_FREE) this.#free.push(machine);
    }
  }
}

const MOST_FREE = 2;
