import { pythonRuntime } from "@drydock/engine";
import { loadPythonFromDisk } from "@drydock/runtimes/node";

/** Interpreters are made when a program first asks for them: most submissions need none. */
export const bringRuntimes = (): void => pythonRuntime.bringLater(loadPythonFromDisk);
