import type { BuildWarning } from "@drydock/engine";
import type { Cause, Evidence } from "./check.ts";

export type Status = "passed" | "failed" | "needsReview" | "ungradable" | "refused" | "error";
export type Outcome = "pass" | "fail" | "inconclusive" | "blocked";

/** What became of one criterion, or of one question. */
export interface Verdict {
  readonly id: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly points: number;
  readonly maximum: number;
  /** Counts above the maximum; only there where it does. */
  readonly bonus?: true;
  readonly message: string;
  readonly because: string;
  readonly cause: Cause | null;
  readonly evidence: readonly Evidence[];
  readonly facts: Readonly<Record<string, unknown>>;
  /** What was asked, as a digest: a regrade must know whether it is still the same. Reports of before version 0.2 lack it. */
  readonly test?: string;
  /** Only where a person settled it: points and outcome are then theirs. */
  readonly override?: Override;
  /** Rungs of the ladder: the next one not yet taken, counted from 0, and how many there are. */
  readonly hint: { readonly next: number; readonly of: number };
}

/** One submission graded: a pure function of lesson, submission and Drydock's version. Keys stand in a fixed order. */
export interface Report {
  readonly format: 1;
  readonly drydock: string;
  readonly lesson: string;
  readonly lessonVersion: string;
  readonly submission: { readonly id: string; readonly digest: string };
  readonly status: Status;
  readonly points: number;
  readonly maximum: number;
  readonly scoredMaximum: number;
  readonly bonus: number;
  /** The first criterion that fails by itself. */
  readonly rootCause: string | null;
  readonly criteria: readonly Verdict[];
  readonly build: {
    readonly outcome: "ok" | "error";
    readonly steps: number;
    readonly layers: number;
    readonly bytes: number;
    /** Layers above the base, the lowest first: the line that made each, and the bytes that it brought. Forty at most. */
    readonly layerList?: readonly { readonly line: number; readonly text: string; readonly bytes: number }[];
    readonly warnings: readonly BuildWarning[];
  } | null;
  readonly notes: readonly string[];
  /** Only where a class has a rule for late work and this was late. */
  readonly late?: Late;
}

/** How late it was. Points of the checks stay what they are: this stands beside them. */
export interface Late {
  /** After it was due, whole minutes; null where only the platform says that it was late. */
  readonly minutes: number | null;
  /** Days begun, beyond the grace. */
  readonly days: number;
  readonly penalty: number;
  /** The points without the penalty, never below zero. */
  readonly score: number;
}

/** A person's decision about one criterion, and what stood there before. */
export interface Override {
  readonly by: string;
  readonly comment: string;
  /** What Drydock gave. */
  readonly points: number;
  readonly outcome: Outcome;
}
