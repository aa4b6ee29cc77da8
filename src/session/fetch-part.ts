import { pythonRuntime } from "@drydock/engine";
import { loadPart } from "@drydock/engine/bases/load-part.ts";

type Bases = Parameters<typeof loadPart>[0];

/** Fetches what NEEDS_PART named: a base, a catalogue, an interpreter. @throws {Error} where there is no such part */
export async function fetchPart(bases: Bases, part: string): Promise<void> {
  if (part !== pythonRuntime.name) return loadPart(bases, part);
  const { loadPythonInPage } = await import("@drydock/runtimes/page");
  pythonRuntime.bring(await loadPythonInPage());
}
