import { fromBase64 } from "../../core/base64.ts";
import type { Anchors } from "./anchors.ts";
import { DamagedGraph } from "./damaged-graph.ts";
import type { Field, Graph, GraphNode } from "./graph.ts";
import type { Kind } from "./kind.ts";

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/**
 * Puts a value together again.
 *
 * @throws {DamagedGraph} where it is none: then nothing of it is used
 */
export function decodeGraph(graph: Graph, kinds: readonly Kind[], anchors: Anchors): unknown {
  const { shapes, nodes, root } = graph;
  if (!isList(shapes) || !isList(nodes)) throw new DamagedGraph("it is no graph");
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const things: unknown[] = [];
  const valueOf = (field: unknown): unknown => {
    if (!isList(field)) {
      if (typeof field === "object" && field !== null) throw new DamagedGraph("a field holds an object");
      return field;
    }
    if (field.length === 0) return undefined;
    const [at] = field;
    if (typeof at === "string") return Number(at);
    // Only what stands before: so nothing can hold itself.
    if (typeof at !== "number" || !(at in things)) throw new DamagedGraph("a field points nowhere");
    return things[at];
  };
  const objectOf = (shape: unknown, fields: readonly unknown[]): object => {
    const names: unknown = typeof shape === "number" ? shapes[shape] : undefined;
    if (!isList(names) || names.length !== fields.length) throw new DamagedGraph("an object has no shape");
    const made: Record<string, unknown> = {};
    for (const [at, name] of names.entries()) {
      if (typeof name !== "string") throw new DamagedGraph("a name is no text");
      // As JSON.parse does: a field of that name is a field like others, and no prototype.
      if (name === "__proto__")
        Object.defineProperty(made, name, {
          value: valueOf(fields[at]),
          enumerable: true,
          writable: true,
          configurable: true,
        });
      else made[name] = valueOf(fields[at]);
    }
    return made;
  };
  const thingOf = ([sort, ...fields]: GraphNode): unknown => {
    switch (sort) {
      case "t":
        return String(fields[0]);
      case "o":
        return objectOf(fields[0], fields.slice(1));
      case "a":
        return fields.map(valueOf);
      case "s":
        return new Set(fields.map(valueOf));
      case "m": {
        const map = new Map<unknown, unknown>();
        for (let at = 0; at + 1 < fields.length; at += 2)
          map.set(valueOf(fields[at]), valueOf(fields[at + 1]));
        return map;
      }
      case "b": {
        const bytes = fromBase64(String(fields[0]));
        if (bytes === undefined) throw new DamagedGraph("bytes are no base64");
        return bytes;
      }
      case "k": {
        const kind = byName.get(String(fields[0]));
        if (!kind) throw new DamagedGraph(`there is nothing of the kind ${String(fields[0])}`);
        return kind.unpack(valueOf(fields[1]));
      }
      case "@": {
        const address = valueOf(fields[0]);
        const thing = typeof address === "string" ? anchors.at(address) : undefined;
        if (thing === undefined) throw new DamagedGraph(`this Drydock has no ${String(address)}`);
        return thing;
      }
      default:
        throw new DamagedGraph(`there is no sort ${String(sort)}`);
    }
  };
  for (const node of nodes) things.push(thingOf(isList(node) ? node : []));
  return valueOf(root satisfies Field);
}
