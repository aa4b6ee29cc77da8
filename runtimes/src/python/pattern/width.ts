import type { PatternNode } from "./pattern-tree.ts";

const MOST = 2 ** 32;

/** How many characters a part of a pattern takes: least and most. `groups` has those of the groups before. */
export function width(
  node: PatternNode,
  groups: ReadonlyMap<number, readonly [number, number]>,
): readonly [number, number] {
  switch (node.type) {
    case "character":
    case "one-of":
      return [1, 1];
    case "place":
    case "look":
      return [0, 0];
    case "sequence": {
      let [low, high] = [0, 0];
      for (const part of node.parts) {
        const [a, b] = width(part, groups);
        low = Math.min(low + a, MOST);
        high = Math.min(high + b, MOST);
      }
      return [low, high];
    }
    case "choice":
      return among(node.parts.map((part) => width(part, groups)));
    case "group":
    case "atomic":
      return width(node.body, groups);
    case "repeat": {
      const [low, high] = width(node.body, groups);
      return [Math.min(low * node.min, MOST), high === 0 ? 0 : Math.min(high * node.max, MOST)];
    }
    case "reference":
      return groups.get(node.index) ?? [0, MOST];
    case "condition":
      return among([width(node.yes, groups), width(node.no, groups)]);
  }
}

const among = (all: readonly (readonly [number, number])[]): readonly [number, number] => [
  Math.min(...all.map(([low]) => low)),
  Math.max(...all.map(([, high]) => high)),
];
