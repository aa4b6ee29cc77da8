import type { MountSource } from "../containers/container-files.ts";
import { treeAt } from "../containers/container.ts";
import type { DaemonState } from "../state.ts";
import { entryChanges } from "./changed-entry.ts";
import { edited } from "./give-edit.ts";
import { isStill } from "./is-still.ts";
import { keepLife, livesOf } from "./lives-of.ts";
import { mountPlaces } from "./split-changes.ts";

/** Programs learn what others have made of their volumes and bound folders: other containers, `docker cp`, whoever writes on the host. */
export function syncMounts(before: DaemonState, source: MountSource, at: number): DaemonState {
  let state = before;
  for (const program of before.containers.flatMap(livesOf)) {
    const { container, life } = program;
    const { mounts } = container.options;
    if (!life.seen || mounts.length === 0 || (life.end && life.end.at <= at) || isStill(life, at)) continue;
    const now = mounts.map((mount, index) =>
      mount.kind === "tmpfs" ? life.seen?.[index] : source.read(mount),
    );
    if (now.every((entry, index) => entry === life.seen?.[index])) continue;
    const places = mountPlaces(mounts, treeAt(container, at));
    const changes = now.flatMap((entry, index) =>
      entry === undefined ? [] : entryChanges(life.seen?.[index], entry, places[index]?.place ?? ""),
    );
    const seen = now.flatMap((entry) => entry ?? []);
    const known = { ...life, seen };
    state = keepLife(
      state,
      program,
      changes.length === 0 ? known : edited(container, known, { at, changes }),
    );
  }
  return state;
}
