/** A part of a pattern, with the flags that hold at its place already in it. */
export type PatternNode =
  | { readonly type: "character"; readonly code: number; readonly fold: boolean }
  | { readonly type: "one-of"; readonly has: (code: number) => boolean }
  | { readonly type: "place"; readonly where: Place }
  | { readonly type: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly type: "choice"; readonly parts: readonly PatternNode[] }
  | { readonly type: "group"; readonly index: number | null; readonly body: PatternNode }
  | {
      readonly type: "repeat";
      readonly min: number;
      readonly max: number;
      readonly how: "greedy" | "lazy" | "possessive";
      readonly body: PatternNode;
    }
  | {
      readonly type: "look";
      /** How far back it begins; 0 for a look ahead. */
      readonly back: number;
      readonly negative: boolean;
      readonly body: PatternNode;
    }
  | { readonly type: "atomic"; readonly body: PatternNode }
  | { readonly type: "reference"; readonly index: number; readonly fold: boolean }
  | {
      readonly type: "condition";
      readonly index: number;
      readonly yes: PatternNode;
      readonly no: PatternNode;
    };

/** Where nothing is read: `line-end` is `$`, which also holds before a last newline. */
export type Place =
  | "text-start"
  | "text-end"
  | "line-start"
  | "line-end"
  | "last-line-end"
  | "word-edge"
  | "not-word-edge"
  | "ascii-word-edge"
  | "not-ascii-word-edge";

/** A pattern that has been read. */
export interface Pattern {
  readonly body: PatternNode;
  /** How many groups it has, without the whole. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  /** With the inline ones. */
  readonly flags: number;
}
