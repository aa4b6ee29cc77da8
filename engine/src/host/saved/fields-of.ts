import { DamagedGraph } from "./damaged-graph.ts";

/** What was packed, as an object that has these fields. Of what is in them, the kind that packed it is trusted. */
export function fieldsOf<T extends object>(packed: unknown, ...names: readonly (keyof T & string)[]): T {
  if (typeof packed !== "object" || packed === null) throw new DamagedGraph("something packed is no object");
  const missing = names.find((name) => !(name in packed));
  if (missing !== undefined) throw new DamagedGraph(`something packed has no ${missing}`);
  return packed as T;
}
