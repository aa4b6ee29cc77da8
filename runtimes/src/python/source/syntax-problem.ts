import type { Span } from "./tree.ts";

/** What CPython's own parser refuses: the exception's class, its words, and the place it points at. */
export class SyntaxProblem extends Error {
  readonly kind: "SyntaxError" | "IndentationError" | "TabError";
  readonly at: Span;
  constructor(message: string, at: Span, kind: SyntaxProblem["kind"] = "SyntaxError") {
    super(message);
    this.kind = kind;
    this.at = at;
  }
}

/** Python that CPython runs and Drydock does not: `what` completes "Drydock does not simulate …". */
export class NotRun extends Error {
  readonly line: number;
  constructor(what: string, line: number) {
    super(what);
    this.line = line;
  }
}
