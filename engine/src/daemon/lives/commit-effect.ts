import type { MountSource } from "../containers/container-files.ts";
import { type Container, type Life, treeAt } from "../containers/container.ts";
import { replaceContainer } from "../containers/find-container.ts";
import type { DaemonState } from "../state.ts";
import { changedEntry } from "./changed-entry.ts";
import { giveEdit } from "./give-edit.ts";
import { type LivingProgram, withLife } from "./lives-of.ts";
import type { Edit } from "./outside.ts";
import { splitChanges } from "./split-changes.ts";

/** The first thing that the program makes of its files and that nobody but itself has seen yet. */
export const nextEffect = ({ effects = [], committed = 0 }: Life): Edit | undefined => effects[committed];

/** What a program makes of its files becomes true for everybody: in volumes and bound folders, and for others of its container. */
export function commitEffect(
  state: DaemonState,
  { container, life, key }: LivingProgram,
  effect: Edit,
  source: MountSource,
): DaemonState {
  const { at, changes } = effect;
  const { mounts } = container.options;
  const { own: unmounted, mounted } = splitChanges(changes, mounts, treeAt(container, at));
  const seen = [...(life.seen ?? [])];
  for (const [index, mount] of mounts.entries()) {
    const own = mounted[index] ?? [];
    if (own.length === 0 || mount.kind === "tmpfs") continue;
    const entry = changedEntry(source.read(mount), own);
    source.write(mount, entry);
    seen[index] = source.read(mount);
  }
  const committed = (life.committed ?? 0) + 1;
  const author: Container = withLife(container, key, { ...life, committed, seen });
  // What is in a volume comes to the others by the volume.
  const volumes = mounts.filter(({ kind }) => kind !== "tmpfs");
  const inside =
    unmounted.length === changes.length ? changes : splitChanges(changes, volumes, treeAt(container, at)).own;
  return replaceContainer(state, giveEdit(author, { at, changes: inside }, { key }));
}
