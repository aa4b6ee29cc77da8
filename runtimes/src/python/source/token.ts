import type { Span } from "./tree.ts";

/** One token of Python source. `operator` covers punctuation; `string` carries its text with prefix and quotes. */
export interface Token {
  readonly kind: "name" | "number" | "string" | "operator" | "newline" | "indent" | "dedent" | "end";
  readonly text: string;
  readonly at: Span;
}

/** Words that cannot be names. */
export const keywords: ReadonlySet<string> = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from " +
    "global if import in is lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);
