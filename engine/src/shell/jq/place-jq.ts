import type { Json } from "./json.ts";
import type { Path } from "./paths-jq.ts";
import type { Definition, Filter } from "./tree-jq.ts";
import type { JqWorld } from "./world-jq.ts";

/** A value and, where somebody asks for paths, the way to it. */
export interface Place {
  readonly value: Json;
  readonly path: Path | undefined;
}

export type Places = Generator<Place, void, undefined>;

/** A filter with the names that it was written among. */
export interface Closure {
  readonly filter: Filter;
  readonly scope: Scope;
}

/** What a name means, the innermost first. */
export type Scope =
  | undefined
  | { readonly kind: "variable"; readonly name: string; readonly value: Json; readonly outer: Scope }
  | { readonly kind: "label"; readonly name: string; readonly label: object; readonly outer: Scope }
  | {
      readonly kind: "function";
      readonly key: string;
      readonly definition: Definition;
      readonly outer: Scope;
    }
  | { readonly kind: "closure"; readonly key: string; readonly closure: Closure; readonly outer: Scope };

/** A value that was computed, not found: it has no path. */
export const computed = (value: Json, at: Place): Place => {
  if (at.path !== undefined) return { value, path: INVALID };
  return { value, path: undefined };
};
/** The path of a computed value: it may be looked at, and not be gone into. */
export const INVALID: Path = [];
Object.freeze(INVALID);

export const plain = (value: Json): Place => ({ value, path: undefined });

/** The path of the input itself; not the frozen one of computed values. */
export const ROOT: Path = [];

/** Who runs filters, as functions see it. */
export interface Runner {
  readonly world: JqWorld;
  /** Results of an argument for an input. @throws {JqError} */
  values(closure: Closure, input: Json): Generator<Json, void, undefined>;
  /** The first of them; undefined where there is none. */
  first(closure: Closure, input: Json): Json | undefined;
  /** Results with their paths, where the place has one. */
  paths(closure: Closure, at: Place): Places;
}
