import { digestOf } from "../../core/digest.ts";
import { isEngineError } from "../../core/engine-error.ts";
import { isNumber, mapOf, objectOf } from "../../core/shape.ts";
import type { Anchors } from "./anchors.ts";
import { decodeGraph } from "./decode-graph.ts";
import type { Graph } from "./graph.ts";
import { readHeader } from "./header.ts";
import { kinds } from "./kinds.ts";
import { migrations } from "./migrations.ts";
import { isHostState } from "./shapes/state-shape.ts";
import type { SavedMachine, Unreadable } from "./saved-machine.ts";

const damaged = (what: string): Unreadable => ({
  why: "damaged",
  words: `the saved machine is damaged: ${what}`,
});

const isSaved = objectOf<SavedMachine>({ states: mapOf(isNumber, isHostState) });

/** Characters of a saved machine that are read: a session writes less. */
const MOST = 64_000_000;

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
  if (text.length > MOST)
    return {
      why: "too big",
      words: `the saved machine has ${text.length} characters, and Drydock reads ${MOST}`,
    };
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
    if (!isSaved(value)) return damaged("it holds no states of a machine");
    return { states: value.states, beside: value.beside };
  } catch (error) {
    if (isEngineError(error, "NEEDS_PART")) throw error;
    if (error instanceof SyntaxError) return damaged("it is no JSON");
    // Somebody may have made it up, digest and all: whatever putting it together comes to is its own fault.
    return damaged(error instanceof Error ? error.message : String(error));
  }
}
