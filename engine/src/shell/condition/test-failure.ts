/** Whose `test`: the builtins of dash, busybox and bash, or the program of coreutils. */
export type ConditionStyle = "dash" | "busybox" | "bash" | "gnu";

/** An answer that cannot be given, and the word it is about; each `test` has words of its own for it. */
export class TestFailure {
  readonly kind: "number" | "range" | "operator" | "argument" | "paren" | "unary" | "binary";
  readonly word: string;
  constructor(kind: TestFailure["kind"], word: string) {
    this.kind = kind;
    this.word = word;
  }
}
