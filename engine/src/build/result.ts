import type { Range } from "../core/position.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Started } from "../shell/process.ts";
import type { Image, Layer } from "./image/image.ts";

/** Why a step was not CACHED, as a fact: the first input that differs from the nearest earlier run of this line. */
export type MissReason =
  | { readonly kind: "first-build" }
  | { readonly kind: "no-cache" }
  /** The same step failed when it ran last; failures are not kept. */
  | { readonly kind: "failed" }
  | { readonly kind: "instruction"; readonly before: string; readonly after: string }
  /**
   * It stands on another result than before. `step` is the first one below that was not CACHED; where all are, the one
   * that is gone from below, else the nearest.
   */
  | { readonly kind: "parent"; readonly step: string }
  | {
      readonly kind: "file";
      readonly path: string;
      readonly change: "added" | "removed" | "content" | "mode" | "type";
    }
  | {
      readonly kind: "variable";
      readonly name: string;
      readonly before: string | undefined;
      readonly after: string | undefined;
    }
  | { readonly kind: "base"; readonly before: string; readonly after: string }
  | {
      readonly kind: "setting";
      readonly name: "user" | "workdir" | "shell";
      readonly before: string;
      readonly after: string;
    };

export interface LogLine {
  /** Milliseconds since the vertex began. */
  readonly at: number;
  readonly stream: "stdout" | "stderr";
  readonly text: string;
  /** The program ended without a line feed. */
  readonly open?: true;
}

/** One line of the build graph that was looked at. */
export interface Vertex {
  /** As printed: `[2/4] COPY . .`, `[internal] load .dockerignore`. */
  readonly name: string;
  readonly status: "DONE" | "CACHED" | "ERROR" | "CANCELED";
  readonly error?: string | undefined;
  readonly log: readonly LogLine[];
  /** Simulated milliseconds from the start of the build; independent stages overlap. */
  readonly begin?: number | undefined;
  /** Simulated milliseconds; 0 when CACHED. */
  readonly duration: number;
  /** What it cost when it last ran, also when it is CACHED now: what the cache saved. */
  readonly cost: number;
  /** Undefined for `[internal]` vertices and the export. */
  readonly step?: Step | undefined;
}

/** A vertex that is a line of the Dockerfile. */
export interface Step {
  readonly stage: number;
  readonly stageName: string;
  /** `3` of `[3/4]`. */
  readonly number: number;
  readonly of: number;
  readonly instruction: Instruction;
  /** Brought along by ONBUILD of the base. */
  readonly onbuild: boolean;
  /** Programs that a RUN started, also those of the run that the cache remembers. */
  readonly started: readonly Started[];
  /** Paths that COPY or ADD read: in the context, or in the stage or image that `from` names. */
  readonly copied: { readonly from: string | undefined; readonly paths: readonly string[] } | undefined;
  readonly miss?: MissReason | undefined;
  readonly layer?: Layer | undefined;
}

export interface BuildError {
  /** All after `ERROR: failed to build: failed to solve: `. */
  readonly message: string;
  readonly range: Range | undefined;
  /** Where Docker says it is, if that is elsewhere: for a bad directive the line before it. */
  readonly told?: Range | undefined;
  /** All places that Docker shows, in its order, where there is more than one. */
  readonly frames?: readonly Range[];
  /** The error is Drydock's: something is not modelled, or a limit was met. Docker would go on. */
  readonly drydock?: { readonly what: string; readonly real: string; readonly endless?: string } | undefined;
  /** The client met it when all was solved. */
  readonly afterwards?: true;
}

export interface BuildWarning {
  readonly rule: string;
  readonly message: string;
  readonly url: string;
  readonly range: Range;
}

/** A stage that the target needs. */
export interface BuiltStage {
  readonly index: number;
  readonly name: string;
  /** Reference of the image it starts from, fully qualified; undefined for `scratch` or a stage. */
  readonly base: string | undefined;
  /** Index of the stage it starts from. */
  readonly parent: number | undefined;
}

/** All that a build did. The terminal, the layer view and the grader only look at it. */
export interface BuildResult {
  readonly outcome: "ok" | "error";
  readonly image: Image | undefined;
  readonly error: BuildError | undefined;
  /** Every problem of the text; the first one is `error`. */
  readonly problems: readonly { readonly message: string; readonly range: Range }[];
  /** In the order in which they are printed. */
  readonly vertices: readonly Vertex[];
  readonly stages: readonly BuiltStage[];
  /** Paths of the context after .dockerignore, sorted. */
  readonly sent: readonly string[];
  readonly warnings: readonly BuildWarning[];
  readonly target: number;
  /** Steps of all stages that the target needs, also those that a failure kept from beginning. */
  readonly planned?: number;
}
