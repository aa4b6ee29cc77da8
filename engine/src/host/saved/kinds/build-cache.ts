import { type BuildCache, cacheOf, type CacheParts, partsOfCache } from "../../../build/cache.ts";
import { fieldsOf } from "../fields-of.ts";
import type { Kind } from "../kind.ts";

/** A view on the store of the build cache, which the states of one history share. */
export const buildCacheKind: Kind<BuildCache> = {
  name: "cache",
  is: (value): value is BuildCache => partsOfCache(value) !== undefined,
  pack: (cache) => partsOfCache(cache),
  unpack: (packed) => cacheOf(fieldsOf<CacheParts>(packed, "store", "version", "mounts", "runs", "size")),
};
