import type { DaemonState } from "../daemon/state.ts";
import type { Carried } from "../shell/interactive/carried.ts";
import type { Directory } from "../vfs/entry.ts";

/** A whole machine at one moment: files, Docker, and where the shell stands. Immutable. */
export interface HostState {
  readonly files: Directory;
  readonly daemon: DaemonState;
  readonly directory: string;
  readonly env: ReadonlyMap<string, string>;
  /** What was typed, oldest first: what bash's `history` tells. */
  readonly lines: readonly string[];
  /** What the shell knows beside its environment; undefined before its first line. */
  readonly carried?: Carried | undefined;
}
