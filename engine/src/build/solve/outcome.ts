import type { Started } from "../../shell/process.ts";
import type { Directory } from "../../vfs/entry.ts";
import type { BuildError, LogLine } from "../result.ts";

interface Ran {
  readonly log: readonly LogLine[];
  /** Simulated milliseconds. */
  readonly duration: number;
  readonly started: readonly Started[];
}

export interface Done extends Ran {
  readonly kind: "done";
  readonly tree: Directory;
  readonly copied: readonly string[];
  /** New contents of cache mounts, by id. */
  readonly mounts: ReadonlyMap<string, Directory>;
}

export interface Failed extends Ran {
  readonly kind: "failed";
  /** As printed below the vertex. */
  readonly error: string;
  /** All after `failed to solve: `, where that is more than `error`. */
  readonly message: string;
  readonly drydock?: BuildError["drydock"];
  /** The error is told without the lines of the Dockerfile. */
  readonly placeless?: boolean;
}

/** How the work of one step ended. */
export type Outcome = Done | Failed;

/** A failure that has no log: the step did not come to run anything. */
export const failed = (error: string, duration: number, message: string = error): Failed => ({
  kind: "failed",
  error,
  message,
  duration,
  log: [],
  started: [],
});
