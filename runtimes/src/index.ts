/** The door of the runtimes: real interpreters behind the engine's ports. */
export { loadPython, type PythonParts } from "./python/load.ts";
