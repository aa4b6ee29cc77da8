import { emptyCache, type BuildCache } from "../build/cache.ts";
import { isUp } from "./container.ts";
import { referencesOf } from "./find-image.ts";
import { removeContainer } from "./remove-container.ts";
import { removeDangling } from "./remove-image.ts";
import type { DaemonState } from "./state.ts";

export interface Pruned {
  readonly state: DaemonState;
  /** As `docker image prune` and its kind list them. */
  readonly lines: readonly string[];
  /** Bytes. */
  readonly freed: number;
}

/** Dangling images, with `all` every image that no container uses. */
export function pruneImages(before: DaemonState, all: boolean): Pruned {
  let state = before;
  let freed = 0;
  const lines: string[] = [];
  for (const image of before.images) {
    if (!all && referencesOf(state, image).length > 0) continue;
    const removed = removeDangling(state, image);
    if (!removed) continue;
    state = removed.state;
    freed += removed.freed;
    lines.push(...removed.removals.map(({ kind, name }) => `${kind.toLowerCase()}: ${name}`));
  }
  return { state, lines, freed };
}

/** Containers that do not run. */
export function pruneContainers(before: DaemonState): Pruned {
  const gone = before.containers.filter((one) => !isUp(one, before.time));
  const state = gone.reduce((next, one) => removeContainer(next, one, false), before);
  return { state, lines: gone.map(({ id }) => id), freed: 0 };
}

/** Volumes that no container mounts: only those without a name, unless `all`. */
export function pruneVolumes(before: DaemonState, all: boolean): Pruned {
  const used = new Set(before.containers.flatMap(({ options }) => options.mounts.map(({ source }) => source)));
  const gone = [...before.volumes.values()].filter(({ name, anonymous }) => !used.has(name) && (all || anonymous));
  const volumes = new Map(before.volumes);
  for (const { name } of gone) volumes.delete(name);
  return { state: { ...before, volumes }, lines: gone.map(({ name }) => name), freed: 0 };
}

/** What the build cache weighs: the layers of the results that it holds. */
export const cacheSize = (cache: BuildCache): number => cache.results().reduce((sum, { layer }) => sum + (layer?.size ?? 0), 0);

/** `docker builder prune -a`: every remembered step goes. */
export const pruneCache = (state: DaemonState): DaemonState => ({ ...state, cache: emptyCache, cachedLayers: new Set() });
