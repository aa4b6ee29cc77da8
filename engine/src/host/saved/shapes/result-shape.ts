import type { CachedResult } from "../../../build/cache/cache.ts";
import { isNumber, isText, listOf, maybe, objectOf, type Shape } from "../../../core/shape.ts";
import { isDirectory } from "../../../vfs/entry-shape.ts";

type CacheMount = NonNullable<CachedResult["caches"]>[number];

/** What a step of the build cache came to. */
export const isResult: Shape<CachedResult> = objectOf<CachedResult>({
  id: isText,
  tree: isDirectory,
  cost: isNumber,
  created: isNumber,
  about: maybe(isText),
  caches: maybe(listOf(objectOf<CacheMount>({ id: isText, target: isText }))),
});
