import type { Network, PendingSignal } from "../../shell/process.ts";
import type { ImposedChange } from "../../vfs/impose-change.ts";

/** What files became at a moment, by absolute paths as the container's programs see them. */
export interface Edit {
  /** Milliseconds since 1970, simulated. */
  readonly at: number;
  readonly changes: readonly ImposedChange[];
}

/** Something that a program asked its network, and what it was told. */
export interface NetworkAnswer {
  readonly at: number;
  readonly question: string;
  readonly answer: ReturnType<Network["request"]> | ReturnType<NonNullable<Network["locate"]>>;
}

/** All that has reached a program from outside since its start. With it, a life can be worked out again and comes out the same. */
export interface Outside {
  readonly signals: readonly PendingSignal[];
  /** What others made of its files, in order of time. */
  readonly edits: readonly Edit[];
  /** Times in which it was frozen; without an end: it still is. */
  readonly pauses: readonly { readonly from: number; readonly to?: number }[];
  /** In the order in which it asked. */
  readonly answers: readonly NetworkAnswer[];
}

export const UNTOUCHED: Outside = { signals: [], edits: [], pauses: [], answers: [] };
