import { notSimulated, type PythonRuntime } from "@drydock/engine";

const refuse = (): never => {
  throw notSimulated("Python in a browser that runs no WebAssembly", "run the program here");
};

/** In place of an interpreter where the browser can run none: what hangs on it is told, and a check of it is not judged. */
export const noPython: PythonRuntime = { id: "none", run: refuse, revive: refuse };
