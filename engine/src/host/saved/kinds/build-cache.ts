import { type BuildCache, cacheOf, type CacheParts, partsOfCache } from "../../../build/cache/cache.ts";
import type { StepInputs } from "../../../build/solve/step-inputs.ts";
import { isNumber, isText, listOf, mapOf, objectOf } from "../../../core/shape.ts";
import { isDirectory } from "../../../vfs/entry-shape.ts";
import { DamagedGraph } from "../damaged-graph.ts";
import type { Kind } from "../kind.ts";
import { isResult } from "../shapes/result-shape.ts";

type Store = CacheParts["store"];
const isEntry = objectOf<Store["entries"] extends Map<string, (infer E)[]> ? E & object : never>({
  version: isNumber,
  result: isResult,
});
const isParts = objectOf<CacheParts>({
  store: objectOf<Store>({
    entries: mapOf(isText, listOf(isEntry)) as (value: unknown) => value is Store["entries"],
    latest: isNumber,
  }),
  version: isNumber,
  mounts: mapOf(isText, isDirectory),
  runs: mapOf(
    isText,
    listOf(objectOf<StepInputs>({ text: isText, printed: isText, parent: isText, env: listOf(isText) })),
  ),
  size: isNumber,
});

/** A view on the store of the build cache, which the states of one history share. */
export const buildCacheKind: Kind<BuildCache> = {
  name: "cache",
  is: (value): value is BuildCache => partsOfCache(value) !== undefined,
  pack: (cache) => partsOfCache(cache),
  unpack(packed) {
    if (!isParts(packed)) throw new DamagedGraph("a build cache is none");
    return cacheOf(packed);
  },
};
