import type { BuildCache, CachedResult } from "../../build/cache/cache.ts";
import type { BuildResult } from "../../build/result.ts";
import { sentSources } from "./sent-sources.ts";
import type { CacheUse, CacheUses } from "./cache-uses.ts";

/** One build, as the cache's records remember it. */
interface Build {
  readonly result: BuildResult;
  /** The cache as the build left it. */
  readonly cache: BuildCache;
  readonly began: number;
  readonly ended: number;
  /** An image came out of it. */
  readonly exported: boolean;
}

/**
 * The records after a build. What ran has a new one and touches what it stood on; where all is CACHED only the last result is
 * touched; what a client sends is touched each time [measured on Docker 28.5.2].
 */
export function noteCacheUses(before: CacheUses, build: Build): CacheUses {
  const { result, cache, began, ended, exported } = build;
  const results = cache.results();
  const alive = new Set<CachedResult>(results);
  const uses = new Map<Parameters<CacheUses["get"]>[0], CacheUse>();
  // Results that were made anew leave no record of the old ones.
  for (const [key, use] of before)
    if (typeof key === "string" || !("id" in key) || alive.has(key)) uses.set(key, use);
  const touched = new Set<Parameters<CacheUses["get"]>[0]>();
  const touch = (key: Parameters<CacheUses["get"]>[0], created = began, first = 1): void => {
    if (touched.has(key)) return;
    touched.add(key);
    const known = uses.get(key);
    uses.set(key, {
      ...known,
      created: known?.created ?? created,
      used: ended,
      count: known ? known.count + 1 : first,
    });
  };
  for (const source of sentSources(result)) touch(source);
  const byStep = new Map(results.map((one) => [one.step, one]));
  const ran = result.vertices.flatMap(({ step }) => {
    const made = step && byStep.get(step);
    return made?.layer ? [made] : [];
  });
  for (const one of ran) {
    touch(one, one.created);
    if (one.parent) touch(one.parent, one.parent.created);
    else if (one.layer && one.layer.lower.children.size > 0) touch(one.layer.lower);
    // Making a cache mount uses it, and so does the step that it is for.
    for (const { id } of one.caches ?? []) touch(`mount ${id}`, began, 2);
  }
  const { image } = result;
  const last = image && results.findLast(({ tree, layer }) => layer && tree === image.tree);
  if (last) touch(last, last.created);
  if (exported)
    for (let one = last; one; one = one.parent) {
      const use = uses.get(one);
      if (use && !use.exported) uses.set(one, { ...use, exported: true });
    }
  return uses;
}
