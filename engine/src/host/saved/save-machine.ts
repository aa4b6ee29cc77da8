import { digestOf } from "../../core/digest.ts";
import type { HostState } from "../host-state.ts";
import type { Anchors } from "./anchors.ts";
import { encodeGraph } from "./encode-graph.ts";
import type { Header } from "./header.ts";
import { kinds } from "./kinds.ts";
import { migrations } from "./migrations.ts";
import type { SavedMachine } from "./saved-machine.ts";

/** Whether all of the state can be written down. A program that runs cannot: its memory is here and now. */
export const isKept = ({ daemon }: HostState): boolean =>
  daemon.containers.every(({ life }) => life === undefined || life.waiting.length === 0);

/**
 * States as text; those with a program that runs are left out.
 *
 * A header in a line of JSON (see `Header`), and the graph in another.
 * @throws {CannotKeep} where `beside` is no plain data
 */
export function saveMachine({ states, beside }: SavedMachine, anchors: Anchors): string {
  const kept = new Map([...states].filter(([, state]) => isKept(state)));
  const graph = encodeGraph({ states: kept, beside }, kinds, anchors);
  const body = JSON.stringify(graph);
  const header: Header = { drydock: "machine", version: migrations.length + 1, body: digestOf(body) };
  return `${JSON.stringify(header)}\n${body}\n`;
}
