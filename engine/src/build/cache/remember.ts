import type { Directory } from "../../vfs/entry.ts";
import type { BuildCache, CachedResult } from "./cache.ts";
import type { BuildRequest } from "../request.ts";
import { noteRuns, runsOf } from "./runs.ts";
import type { StageWork } from "../solve/solved.ts";

/** A result for the cache, and when it was there. */
export interface Write {
  readonly keys: readonly string[];
  readonly result: CachedResult;
  readonly end: number;
  /** New contents of cache mounts, by id. */
  readonly mounts: ReadonlyMap<string, Directory>;
}

/** The cache after a build: what had ended by `until` is kept, and what each line depended on. */
export function remember(
  before: BuildCache,
  request: BuildRequest,
  works: Iterable<StageWork>,
  writes: readonly Write[],
  until: number,
): BuildCache {
  let cache = before;
  for (const { keys, result, end, mounts } of writes) {
    if (end > until) continue;
    for (const key of keys) if (cache.get(key) !== result) cache = cache.with(key, result);
    for (const [id, tree] of mounts) cache = cache.withMount(id, tree);
  }
  const runs = new Map(cache.runs);
  for (const { stage, inputs } of works) {
    const unreached =
      inputs.length < stage.steps.length ? runsOf(before, request, stage).slice(inputs.length) : [];
    noteRuns(runs, request, stage, [...inputs, ...unreached]);
  }
  return cache.withRuns(runs);
}
