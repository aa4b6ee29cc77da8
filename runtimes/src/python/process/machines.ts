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
    // A memory never shrinks: a machine serves only states of its own size, so that all begin alike.
    const found = this.#free.findIndex(({ size }) => size === state.memory.size);
    const machine = this.#free.splice(found, found < 0 ? 0 : 1)[0] ?? new Machine(this.#module);
    machine.restore(state);
    try {
      return use(machine);
    } finally {
      if (this.#free.length === MOST_FREE) this.#free.shift();
      this.#free.push(machine);
    }
  }
}

const MOST_FREE = 3;
