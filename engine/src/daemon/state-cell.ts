import type { DaemonState } from "./state.ts";

/** Where the state of a daemon is while something goes on that may change it more than once. */
export interface StateCell {
  state: DaemonState;
}
