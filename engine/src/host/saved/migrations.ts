import type { Graph } from "./graph.ts";

/**
 * What makes a graph of one version one of the next, oldest first: the one at 0 takes version 1. Whoever changes what a state
 * holds so that older ones cannot be read any more adds one; a field that may be absent needs none.
 */
export const migrations: readonly ((graph: Graph) => Graph)[] = [
  // Version 2 writes programs that wait in containers; before, states with such were left out.
  (graph) => graph,
];
