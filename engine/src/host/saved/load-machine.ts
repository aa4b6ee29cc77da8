import { digestOf } from "../../core/digest.ts";
import type { HostState } from "../host-state.ts";
import type { Anchors } from "./anchors.ts";
import { DamagedGraph } from "./damaged-graph.ts";
import { decodeGraph } from "./decode-graph.ts";
import type { Graph } from "./graph.ts";
import { readHeader } from "./header.ts";
import { kinds } from "./kinds.ts";
import { migrations } from "./migrations.ts";
import type { SavedMachine, Unreadable } from "./saved-machine.ts";

const damaged = (what: string): Unreadable => ({
  why: "damaged",
  words: `the saved machine is damaged: ${what}`,
});

const isState = (value: unknown): value is HostState =>
  typeof value === "object" && value !== null && "daemon" in value && "files" in value;

/**
 * Reads what `saveMachine` wrote, of this version or an older one.
 *
 * @param steps for tests: other migrations
 * @throws {EngineError} NEEDS_PART for a base image whose files the states hold
 */
export function loadMachine(
  text: string,
  anchors: Anchors,
  steps: readonly ((graph: Graph) => Graph)[] = migrations,
): SavedMachine | Unreadable {
  const [first = "", body = ""] = text.split("\n", 2);
  const header = readHeader(first);
  if (!header) return damaged("its first line is no header");
  const current = steps.length + 1;
  if (header.version > current)
    return {
      why: "newer",
      words: `the saved machine has version ${header.version}, and this Drydock reads up to ${current}`,
    };
  if (digestOf(body) !== header.body) return damaged("its digest is another");
  try {
    const graph = steps.slice(header.version - 1).reduce((old, step) => step(old), JSON.parse(body) as Graph);
    const value = decodeGraph(graph, kinds, anchors);
    if (typeof value !== "object" || value === null || !("states" in value) || !(value.states instanceof Map))
      return damaged("it holds no states");
    const states = new Map<number, HostState>();
    for (const [number, state] of value.states as ReadonlyMap<unknown, unknown>) {
      if (typeof number !== "number" || !isState(state)) return damaged("a state is none");
      states.set(number, state);
    }
    return { states, beside: "beside" in value ? value.beside : undefined };
  } catch (error) {
    if (error instanceof DamagedGraph) return damaged(error.message);
    if (error instanceof SyntaxError) return damaged("it is no JSON");
    throw error;
  }
}
