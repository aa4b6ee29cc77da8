import type { Entry } from "../../vfs/entry.ts";

/** A path that a step reads, and what stands there. */
export interface SourceEntry {
  readonly path: string;
  readonly entry: Entry;
}

/** All that a step depends on, as data: the cache key is made of it, and so is the answer to why the key changed. */
export interface StepInputs {
  /** The instruction as written, in one spelling: keyword in capitals, heredocs included. */
  readonly text: string;
  /** As printed, without the `[2/4] ` in front. */
  readonly printed: string;
  /** Identity of the result that the step builds on: a step's, or the base's. */
  readonly parent: string;
  /** Name of the step whose result that is; undefined on a base. */
  readonly below: string | undefined;
  /** What the stage starts from, told to people: an image by reference and short digest, a stage by name. */
  readonly base: { readonly reference: string; readonly digest: string };
  /** The operation itself, canonical, variables replaced: equal for equal work. */
  readonly operation: string;
  /** `NAME=value` of all that a RUN sees, ARGs included. For other steps only what the text may mention. */
  readonly env: readonly string[];
  /** What other instructions set for it. */
  readonly settings: Readonly<Record<"user" | "workdir" | "shell", string>>;
  /** Files that are read from the context, another stage or an image, in order of the sources. */
  readonly sources: readonly SourceEntry[];
  /** It ran, and failed: nothing was kept. */
  readonly failed: boolean;
}
