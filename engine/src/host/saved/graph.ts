/**
 * A value taken apart: every object once, each after all that it refers to, so that no circle can be written down.
 *
 * A field of a node is a string, a boolean, a finite number or null as it is; `[i]` the thing of node i; `[]` undefined;
 * `["Infinity"]` and its kind a number that JSON lacks.
 */
export interface Graph {
  /** Names of fields, each list once. */
  readonly shapes: readonly (readonly string[])[];
  readonly nodes: readonly GraphNode[];
  /** What the whole is, as a field. */
  readonly root: Field;
}

export type Field = string | number | boolean | null | readonly [] | readonly [number | string];

/**
 * - `["o", shape, ...fields]` an object, `["a", ...fields]` an array, `["s", ...fields]` a set
 * - `["m", key, value, ...]` a map
 * - `["b", base64]` bytes, `["t", text]` a text that stands in several places or is long
 * - `["k", name, field]` a thing of that kind
 * - `["@", field]` something that every machine has: see `Anchors`
 */
export type GraphNode = readonly (Field | number)[];
