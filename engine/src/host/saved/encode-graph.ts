import { toBase64 } from "../../core/base64.ts";
import type { Anchors } from "./anchors.ts";
import { CannotKeep } from "./cannot-keep.ts";
import type { Field, Graph, GraphNode } from "./graph.ts";
import type { Kind } from "./kind.ts";

/** From this length on a text is written once however often it stands somewhere. */
const LONG = 20;

/** What an object is made of: the head of its node, and the values that its fields hold. */
interface Parts {
  readonly head: readonly (string | number)[];
  readonly values: readonly unknown[];
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * Takes a value apart. What is shared in it is written once, and shared again when it is read.
 *
 * @throws {CannotKeep} for a function, an instance of a class that no kind stands for, or a circle
 */
export function encodeGraph(value: unknown, kinds: readonly Kind[], anchors: Anchors): Graph {
  const nodes: GraphNode[] = [];
  const shapes: (readonly string[])[] = [];
  const shapeNumbers = new Map<string, number>();
  const places = new Map<unknown, number>();
  const shapeOf = (names: readonly string[]): number => {
    const key = JSON.stringify(names);
    const known = shapeNumbers.get(key);
    if (known !== undefined) return known;
    shapeNumbers.set(key, shapes.length);
    return shapes.push(names) - 1;
  };
  const partsOf = (thing: object): Parts => {
    const address = anchors.addressOf(thing);
    if (address !== undefined) return { head: ["@"], values: [address] };
    if (Array.isArray(thing)) return { head: ["a"], values: thing };
    if (thing instanceof Map) return { head: ["m"], values: [...thing].flat() };
    if (thing instanceof Set) return { head: ["s"], values: [...thing] };
    if (thing instanceof Uint8Array) return { head: ["b", toBase64(thing)], values: [] };
    for (const kind of kinds)
      if (kind.is(thing)) return { head: ["k", kind.name], values: [kind.pack(thing)] };
    if (!isPlain(thing)) throw new CannotKeep(`something of the class ${thing.constructor.name}`);
    const names = Object.keys(thing);
    return {
      head: ["o", shapeOf(names)],
      values: names.map((name) => (thing as Record<string, unknown>)[name]),
    };
  };
  const fieldOf = (one: unknown): Field => {
    switch (typeof one) {
      case "string":
        return one.length < LONG ? one : [textAt(one)];
      case "number":
        return Number.isFinite(one) && !Object.is(one, -0) ? one : [Object.is(one, -0) ? "-0" : String(one)];
      case "boolean":
        return one;
      case "undefined":
        return [];
      case "object":
        // What it holds has been placed before it.
        return one === null ? null : [places.get(one) ?? 0];
      default:
        throw new CannotKeep(`a ${typeof one}`);
    }
  };
  const textAt = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, nodes.length);
    return nodes.push(["t", text]) - 1;
  };
  // Not by calls within calls: a file tree may be two thousand folders deep.
  const open: { readonly thing: object; parts?: Parts }[] = [];
  const within = new Set<object>();
  const visit = (one: unknown): void => {
    if (typeof one === "object" && one !== null && !places.has(one)) open.push({ thing: one });
  };
  visit(value);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { thing, parts } = top;
    if (places.has(thing)) open.pop();
    else if (parts) {
      open.pop();
      within.delete(thing);
      const fields = parts.values.map(fieldOf);
      places.set(thing, nodes.length);
      nodes.push([...parts.head, ...fields]);
    } else {
      if (within.has(thing)) throw new CannotKeep("something that holds itself");
      within.add(thing);
      const made = partsOf(thing);
      top.parts = made;
      // The first one on top, so that it is written first.
      for (let at = made.values.length - 1; at >= 0; at -= 1) visit(made.values[at]);
    }
  }
  return { shapes, nodes, root: fieldOf(value) };
}
