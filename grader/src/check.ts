import type { BuildResult, Image, Range } from "@drydock/engine";

/** One thing that was seen, shown below a verdict. */
export interface Evidence {
  readonly kind: "step" | "file" | "layer" | "config" | "output" | "problem";
  readonly text: string;
  readonly state?: string;
  readonly reason?: string;
}

/** Where it comes from: a range of a file of the submission. */
export interface Cause {
  readonly file: string;
  readonly range: Range;
}

/** What a check found. Words say what was observed, where and why; never what to type. */
export interface Finding {
  readonly outcome: "pass" | "fail" | "inconclusive";
  readonly message: string;
  readonly cause?: Cause | undefined;
  readonly evidence?: readonly Evidence[];
  /** Numbers and names that `regrade` and tables can use without the submission. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export type { BuildResult, Image };
