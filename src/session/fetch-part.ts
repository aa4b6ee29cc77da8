import { pythonRuntime } from "@drydock/engine";
import { loadPart } from "@drydock/engine/bases/load-part.ts";

type Bases = Parameters<typeof loadPart>[0];

/** Fetches what NEEDS_PART named: a base, a catalogue, an interpreter. @throws {Error} where there is no such part */
export async function fetchPart(bases: Bases, part: string): Promise<void> {
  if (!part.startsWith(pythonRuntime.name)) return loadPart(bases, part);
  const { fetchPython } = await import("@drydock/runtimes/page");
  await fetchPython(part);
}
