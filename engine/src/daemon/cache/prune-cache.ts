import { type CachedResult, emptyCache } from "../../build/cache/cache.ts";
import { type CacheRecord, cacheRecords, ownBytes } from "./cache-records.ts";
import type { CacheUses } from "./cache-uses.ts";
import { usesOf } from "./uses-of.ts";
import type { DaemonState } from "../state.ts";

/** What `docker builder prune` is told. */
export interface CachePrune {
  /** Also what images have. */
  readonly all: boolean;
  readonly pass?: (record: CacheRecord) => boolean;
  /** Milliseconds: what was used within them stays. 0: nothing stays for that. */
  readonly unusedFor?: number;
  /**
   * Stop as soon as the cache takes no more than this, in bytes. Undefined: everything may go. 0 is no size to keep: one goes, and
   * then there is nothing left to reach [measured on Docker 28.5.2].
   */
  readonly keep?: number | undefined;
}

/**
 * Takes records away, those first on which nothing stands, then what they stood on (moby/buildkit cache/manager.go, pruneOnce).
 * With a size to keep they go one by one, by when they were last used and how often.
 */
export function pruneCache(
  state: DaemonState,
  { all, pass = () => true, unusedFor = 0, keep }: CachePrune,
): { readonly state: DaemonState; readonly gone: readonly CacheRecord[] } {
  let left = cacheRecords(state);
  const gone: CacheRecord[] = [];
  for (;;) {
    if (keep !== undefined && (keep === 0 ? gone.length > 0 : ownBytes(left) <= keep)) break;
    const parents = new Set(left.map(({ parent }) => parent));
    const loose = left.filter(
      (record) =>
        !parents.has(record.id) &&
        (all || !record.shared) &&
        (unusedFor <= 0 || record.use.used <= state.time - unusedFor) &&
        pass(record),
    );
    const next = keep === undefined ? loose : inOrderOfUse(loose).slice(0, 1);
    if (next.length === 0) break;
    gone.push(...next);
    left = left.filter((record) => !next.includes(record));
  }
  return { state: without(state, gone, left), gone };
}

const inOrderOfUse = (records: readonly CacheRecord[]): readonly CacheRecord[] =>
  records.toSorted((a, b) => a.use.used - b.use.used || a.use.count - b.use.count);

function without(
  state: DaemonState,
  gone: readonly CacheRecord[],
  left: readonly CacheRecord[],
): DaemonState {
  const lost = new Set<CacheRecord["of"]>(gone.map(({ of }) => of));
  const uses: CacheUses = new Map([...usesOf(state)].filter(([of]) => !lost.has(of)));
  const stays = left.length === 0 ? () => false : stillFound(state, lost);
  const mounts = new Set([...state.cache.mounts.keys()].filter((id) => lost.has(`mount ${id}`)));
  const cache = left.length === 0 ? emptyCache : state.cache.keeping(stays).withoutMounts(mounts);
  const layers = new Set(cache.results().map(({ layer }) => layer));
  // A base that still has a record is held down to its lowest layer.
  const trees = new Set(left.map(({ of }) => of));
  for (const image of state.images) {
    const top = image.layers.findLastIndex(({ upper }) => trees.has(upper));
    for (const layer of image.layers.slice(0, top + 1)) layers.add(layer);
  }
  const cachedLayers = new Set([...state.cachedLayers].filter((layer) => layers.has(layer)));
  return { ...state, cache, cachedLayers, cacheUses: uses };
}

/**
 * Which results a build still finds: those with a record, and where an image has what was copied from another stage, what that was
 * made of, too [measured on Docker 28.5.2].
 */
function stillFound(
  { images, cache }: DaemonState,
  lost: ReadonlySet<CacheRecord["of"]>,
): (result: CachedResult) => boolean {
  const held = new Set(images.flatMap((one) => one.layers));
  const isKept = (one: CachedResult): boolean => !lost.has(one);
  const inImage = (one: CachedResult): boolean =>
    isKept(one) && (one.layer ? held.has(one.layer) : one.parent !== undefined && inImage(one.parent));
  const copies = cache.results().some((one) => inImage(one) && one.step.copied?.from !== undefined);
  return copies ? () => true : isKept;
}
