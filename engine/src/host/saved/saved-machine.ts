import type { HostState } from "../host-state.ts";

/** What is saved of a machine: states that one can go back to, which share what is the same in them. */
export interface SavedMachine {
  /** By the number that their owner gave them. */
  readonly states: ReadonlyMap<number, HostState>;
  /** What the owner wants back with them: plain data, shared where it is shared. */
  readonly beside: unknown;
}

/** Why something saved cannot be used; `words` say so, to people. */
export interface Unreadable {
  readonly why: "damaged" | "newer" | "too big";
  readonly words: string;
}
