import type { PythonRuntime } from "@drydock/engine";
import { libraryInDialect } from "./dialect/library.ts";
import { withDictsInOrder } from "./meter/dicts-in-order.ts";
import { meter } from "./meter/meter.ts";
import { MAX_PAGES } from "./machine/machine.ts";
import { pristineState } from "./process/boot.ts";
import { Machines } from "./process/machines.ts";
import { runPython } from "./process/run-python.ts";

/** What the interpreter is made of. */
export interface PythonParts {
  /** MicroPython's `micropython.wasm`. */
  readonly wasm: Uint8Array;
  /** Text by path below `library/`: `flask/__init__.py`. */
  readonly library: Readonly<Record<string, string>>;
}

/** Makes the interpreter ready: once for each host. */
export function loadPython({ wasm, library }: PythonParts): PythonRuntime {
  const module = new WebAssembly.Module(meter(withDictsInOrder(wasm), MAX_PAGES));
  const pristine = pristineState(module, libraryInDialect(library));
  const machines = new Machines(module);
  return { run: (process, program) => runPython(process, program, pristine, machines) };
}
