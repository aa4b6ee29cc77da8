import type { CachedResult } from "../../build/cache/cache.ts";
import type { Directory } from "../../vfs/entry.ts";

/** When something of the build cache was made and last used, in milliseconds since 1970, and how often. */
export interface CacheUse {
  readonly created: number;
  readonly used: number;
  readonly count: number;
  /** It went into an image: what does not stays open to be changed. */
  readonly exported?: boolean;
}

/** What a client sends: the Dockerfile, the ignore file, the files that steps read. */
export type SentSource = "dockerfile" | "ignore" | "context";

/** A step's result, the tree of a base, what was sent, or a cache mount by its id. */
export type CacheUses = ReadonlyMap<CachedResult | Directory | SentSource | `mount ${string}`, CacheUse>;
