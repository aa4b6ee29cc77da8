import type { Ladder } from "./ladder.ts";

/** How the submission's image is built. */
export interface ImageSettings {
  readonly tag: string | null;
  readonly context: string;
  readonly file: string;
  readonly target: string | null;
  readonly args: Readonly<Record<string, string>>;
  /** Id to text. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** One check with its parameters, or several put together. Parameters have passed the check's own schema. */
export type Test =
  | { readonly check: string; readonly with: Readonly<Record<string, unknown>> }
  | { readonly any: readonly Test[] }
  | { readonly all: readonly Test[] };

/** One thing that earns points. */
export interface Criterion {
  /** Stable: saved work and reports refer to it. */
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly bonus: boolean;
  /** `start/` passes it already. */
  readonly given: boolean;
  /** Blocked until this criterion passes. */
  readonly when: string | null;
  readonly because: string;
  /** General to specific. */
  readonly hints: readonly string[];
  /** Other hints where the check's facts tell of a special way to fail; see `ladderFor`. */
  readonly ladders?: readonly Ladder[];
  readonly test: Test;
}

/** Something that the prose asks. Counts only in a submission that carries a session. */
export interface Question {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly because: string;
  readonly check: "answered" | "predicted";
  readonly with: Readonly<Record<string, unknown>>;
}

/** A small change of the solution that keeps every point, and why that is right. */
interface Tolerated {
  /** In the words of `check --mutate`: `EXPOSE 5000 dropped`. */
  readonly change: string;
  readonly because: string;
}

/** A rubric.yaml that was read: plain JSON, so that a page needs no YAML reader. */
export interface Rubric {
  readonly version: 1;
  readonly image: ImageSettings;
  readonly protect: readonly string[];
  /** Lint rules that this lesson's solution may break. */
  readonly accepts: readonly string[];
  readonly tolerates: readonly Tolerated[];
  readonly criteria: readonly Criterion[];
  readonly questions: readonly Question[];
}
