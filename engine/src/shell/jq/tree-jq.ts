/** A filter as the parser reads it. */
export type Filter =
  | { readonly kind: "identity" }
  | { readonly kind: "recurse" }
  | { readonly kind: "literal"; readonly value: null | boolean | number | string }
  | {
      readonly kind: "text";
      readonly format: string | undefined;
      readonly parts: readonly (string | Filter)[];
    }
  | { readonly kind: "format"; readonly name: string }
  | { readonly kind: "index"; readonly of: Filter; readonly key: Filter }
  | {
      readonly kind: "slice";
      readonly of: Filter;
      readonly from: Filter | undefined;
      readonly to: Filter | undefined;
    }
  | { readonly kind: "each"; readonly of: Filter }
  | { readonly kind: "array"; readonly body: Filter | undefined }
  | { readonly kind: "object"; readonly entries: readonly (readonly [key: Filter, value: Filter])[] }
  | { readonly kind: "negate"; readonly body: Filter }
  | { readonly kind: "pipe" | "comma" | "and" | "or" | "else"; readonly left: Filter; readonly right: Filter }
  | { readonly kind: "operator"; readonly sign: string; readonly left: Filter; readonly right: Filter }
  /** `=`, `|=`, `+=` and so on. */
  | { readonly kind: "assign"; readonly sign: string; readonly left: Filter; readonly right: Filter }
  | {
      readonly kind: "if";
      readonly test: Filter;
      readonly then: Filter;
      /** Undefined: the input itself, since jq 1.7. */
      readonly otherwise: Filter | undefined;
    }
  | { readonly kind: "try"; readonly body: Filter; readonly handler: Filter | undefined }
  | {
      readonly kind: "reduce";
      readonly of: Filter;
      readonly as: Pattern;
      readonly init: Filter;
      readonly update: Filter;
    }
  | {
      readonly kind: "foreach";
      readonly of: Filter;
      readonly as: Pattern;
      readonly init: Filter;
      readonly update: Filter;
      readonly extract: Filter | undefined;
    }
  | { readonly kind: "bind"; readonly of: Filter; readonly as: Pattern; readonly body: Filter }
  | { readonly kind: "define"; readonly definition: Definition; readonly body: Filter }
  | { readonly kind: "label"; readonly name: string; readonly body: Filter }
  | { readonly kind: "break"; readonly name: string; readonly at: number }
  /** `at`: where in the program it stands. */
  | { readonly kind: "variable"; readonly name: string; readonly line: number; readonly at: number }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Filter[]; readonly at: number };

/** What `as` takes apart. */
export type Pattern =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "items"; readonly items: readonly Pattern[] }
  | {
      readonly kind: "entries";
      readonly entries: readonly {
        /** `$name` before the colon binds the value as well. */
        readonly name: string | undefined;
        readonly key: Filter;
        readonly value: Pattern | undefined;
      }[];
    };

/** `def name(params): body;`. A parameter with `$` is bound to each value of its argument. */
export interface Definition {
  readonly name: string;
  readonly params: readonly string[];
  readonly body: Filter;
}

/** Functions are told apart by name and number of arguments: `range/2`. */
export const keyOf = (name: string, count: number): string => `${name}/${count}`;
