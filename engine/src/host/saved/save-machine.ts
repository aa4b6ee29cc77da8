import { digestOf } from "../../core/digest.ts";
import type { Anchors } from "./anchors.ts";
import { encodeGraph } from "./encode-graph.ts";
import type { Header } from "./header.ts";
import { kinds } from "./kinds.ts";
import { migrations } from "./migrations.ts";
import type { SavedMachine } from "./saved-machine.ts";

/**
 * States as text.
 *
 * A header in a line of JSON (see `Header`), and the graph in another.
 * @throws {CannotKeep} where `beside` is no plain data
 */
export function saveMachine({ states, beside }: SavedMachine, anchors: Anchors): string {
  const graph = encodeGraph({ states, beside }, kinds, anchors);
  const body = JSON.stringify(graph);
  const header: Header = { drydock: "machine", version: migrations.length + 1, body: digestOf(body) };
  return `${JSON.stringify(header)}\n${body}\n`;
}
