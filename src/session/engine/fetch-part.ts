import { pythonRuntime } from "@drydock/engine";
import { loadPart } from "@drydock/engine/bases/load-part.ts";
import { noPython } from "./no-python.ts";

type Bases = Parameters<typeof loadPart>[0];

/** What is brought where a browser runs no Python. */
const NO_PYTHON = "runtime:none";

/** Fetches what NEEDS_PART named: a base, a catalogue, an interpreter. @returns what it brought @throws {Error} where there is no such part */
export async function fetchPart(bases: Bases, part: string): Promise<string> {
  if (!part.startsWith(pythonRuntime.name)) await loadPart(bases, part);
  else if (typeof WebAssembly === "undefined") {
    pythonRuntime.bring(noPython);
    return NO_PYTHON;
  } else {
    const { fetchPython } = await import("@drydock/runtimes/page");
    await fetchPython(part);
  }
  return part;
}
