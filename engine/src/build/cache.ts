import type { MissReason, Step } from "./result.ts";
import type { Directory } from "../vfs/entry.ts";

/** What a step left behind, found again by its key. */
export interface CachedResult {
  readonly tree: Directory;
  readonly step: Step;
  readonly cost: number;
  /** Milliseconds since 1970, simulated: history keeps the time of the first run. */
  readonly created: number;
}

/** Results by key. A value: `with` gives a new cache and leaves the old one as it was. */
export interface BuildCache {
  get(key: string): CachedResult | undefined;
  with(key: string, result: CachedResult): BuildCache;
}

export type { MissReason };
