import { parseIsoTime } from "../core/iso-time.ts";
import { layerSize } from "../vfs/layer-tar.ts";
import { emptyDirectory } from "../vfs/file-system.ts";
import { statusOf, treeAt } from "./containers/container.ts";
import { referencesOf } from "./images/find-image.ts";
import { removeContainer } from "./containers/remove-container.ts";
import { removeDangling } from "./images/remove-image.ts";
import type { DaemonState } from "./state.ts";

export interface Pruned {
  readonly state: DaemonState;
  /** As `docker image prune` and its kind list them. */
  readonly lines: readonly string[];
  /** Bytes. */
  readonly freed: number;
}

export type Labels = Readonly<Record<string, string>>;

/** Dangling images, with `all` every image that no container uses. */
export function pruneImages(
  before: DaemonState,
  all: boolean,
  pass: (labels: Labels, created: number) => boolean = () => true,
): Pruned {
  let state = before;
  let freed = 0;
  const lines: string[] = [];
  for (const image of before.images) {
    // What went with another image is gone already.
    if (!state.images.includes(image)) continue;
    if (!all && referencesOf(state, image).length > 0) continue;
    const created = parseIsoTime(image.config.created ?? "") ?? 0;
    if (!pass(image.config.config.Labels ?? {}, created)) continue;
    const removed = removeDangling(state, image);
    if (!removed) continue;
    state = removed.state;
    freed += removed.freed;
    lines.push(...removed.removals.map(({ kind, name }) => `${kind.toLowerCase()}: ${name}`));
  }
  return { state, lines, freed };
}

/** Containers that do not run. */
export function pruneContainers(
  before: DaemonState,
  pass: (labels: Labels, created: number) => boolean = () => true,
): Pruned {
  const gone = before.containers.filter(
    (one) =>
      ["created", "exited"].includes(statusOf(one, before.time)) &&
      pass(one.config.Labels ?? {}, one.created),
  );
  const state = gone.reduce((next, one) => removeContainer(next, one, false), before);
  const freed = gone.reduce((sum, one) => sum + layerSize(one.image.tree, treeAt(one, before.time)), 0);
  return { state, lines: gone.map(({ id }) => id), freed };
}

/** Volumes that no container mounts: only those without a name, unless `all`. */
export function pruneVolumes(
  before: DaemonState,
  all: boolean,
  pass: (labels: Labels) => boolean = () => true,
): Pruned {
  const used = new Set(
    before.containers.flatMap(({ options }) => options.mounts.map(({ source }) => source)),
  );
  const gone = [...before.volumes.values()].filter(
    // What its options make of a volume is nothing to delete (moby volume/service, PruneVolumes).
    ({ name, anonymous, labels, options }) =>
      !used.has(name) && !options && (all || anonymous) && pass(labels),
  );
  const volumes = new Map(before.volumes);
  for (const { name } of gone) volumes.delete(name);
  return {
    state: { ...before, volumes },
    lines: gone.map(({ name }) => name),
    freed: gone.reduce((sum, { tree }) => sum + layerSize(emptyDirectory(), tree), 0),
  };
}
