import type { Range } from "../core/position.ts";
import type { Reading } from "./reading/reading.ts";

/** Files beside an example's Dockerfile, by path. */
export type Beside = Readonly<Record<string, string>>;

/**
 * One piece of Drydock's own advice; Docker says nothing of it. A rule is a hint about habits, never a verdict: what a
 * build does is judged by building. Its examples are its tests and its page.
 */
export interface TeachingRule {
  /** The fault, as a noun. */
  readonly name: string;
  /** The advice in one line. */
  readonly summary: string;
  /** Why, in one sentence. */
  readonly why: string;
  /** Texts without a finding. */
  readonly good: readonly string[];
  /** Texts with exactly one. */
  readonly bad: readonly string[];
  /** What lies in the context of the examples, where that counts. */
  readonly beside?: { readonly good: Beside; readonly bad: Beside };
  check(reading: Reading, report: (range: Range, message: string) => void): void;
}
