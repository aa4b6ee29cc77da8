import type { PythonRuntime } from "@drydock/engine";
import { libraryInDialect } from "./dialect/library.ts";
import { MAX_PAGES } from "./machine/machine.ts";
import { withDictsInOrder } from "./meter/dicts-in-order.ts";
import { meter } from "./meter/meter.ts";
import { pristineState } from "./process/boot.ts";
import { Machines } from "./process/machines.ts";
import { revivePython, runPython } from "./process/run-python.ts";

/** What the interpreter is made of. */
export interface PythonParts {
  /** MicroPython's `micropython.wasm`. */
  readonly wasm: Uint8Array;
  /** Text by path below `library/`: `flask/__init__.py`. */
  readonly library: Readonly<Record<string, string>>;
}

/** MicroPython's module with dicts in order, its meter and its limit of memory. */
export const meteredPython = (wasm: Uint8Array): Uint8Array<ArrayBuffer> =>
  meter(withDictsInOrder(wasm), MAX_PAGES);

/** Makes the interpreter ready from the compiled, metered module. */
export function pythonOf(module: WebAssembly.Module, library: PythonParts["library"]): PythonRuntime {
  const pristine = pristineState(module, libraryInDialect(library));
  const machines = new Machines(module);
  return {
    run: (process, program) => runPython(process, program, pristine, machines),
    get id() {
      return pristine.id;
    },
    revive: (kept) => revivePython(kept, pristine, machines),
  };
}

/** The same in one step, where nobody minds that it takes a moment. */
export const loadPython = ({ wasm, library }: PythonParts): PythonRuntime =>
  pythonOf(new WebAssembly.Module(meteredPython(wasm)), library);
