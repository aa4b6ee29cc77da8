import type { ImposedChange } from "../../vfs/impose-change.ts";
import { type Container, type Life, treeAt } from "../containers/container.ts";
import { changedEntry, changedTree } from "./changed-entry.ts";
import { isStill } from "./is-still.ts";
import { livesOf, withLife } from "./lives-of.ts";
import { type Edit, UNTOUCHED } from "./outside.ts";
import type { KnownTree } from "./program-clock.ts";
import { splitChanges } from "./split-changes.ts";

/** Somebody has changed files of the container: its programs find them so, all but the one who did it. */
export function giveEdit(
  container: Container,
  edit: Edit,
  author?: { readonly key: number | undefined },
): Container {
  if (edit.changes.length === 0) return container;
  return livesOf(container)
    .filter(({ key }) => !author || author.key !== key)
    .reduce((next, { life, key }) => withLife(next, key, edited(container, life, edit)), container);
}

/** The life of a program that finds its files changed: one that does something of itself has to be worked out again. */
export function edited(container: Container, life: Life, edit: Edit): Life {
  const { at } = edit;
  if (life.end && life.end.at <= at) return life;
  const trees = [...life.trees.filter((one) => one.at <= at), changed(container, life, edit)];
  const { outside: before = UNTOUCHED } = life;
  const outside = { ...before, edits: [...before.edits, edit] };
  if (isStill(life, at)) return { ...life, outside, trees };
  // What was typed to it was typed in sight of what it did.
  if (life.typed === true) return life;
  return { ...life, outside, trees, stale: Math.min(life.stale ?? at, at) };
}

function changed(container: Container, life: Life, { at, changes }: Edit): KnownTree {
  const { mounts } = container.options;
  const last = life.trees.findLast((one) => one.at <= at);
  const tree = last?.tree ?? treeAt(container, at);
  const { own, mounted } = splitChanges(changes, mounts, tree);
  if (!last?.memory) return { at, tree: changedTree(tree, own) };
  const inMemory = mounts.flatMap(({ kind }, index): (readonly ImposedChange[])[] =>
    kind === "tmpfs" ? [mounted[index] ?? []] : [],
  );
  const memory = last.memory.map((entry, index) => changedEntry(entry, inMemory[index] ?? []));
  return { at, tree: changedTree(tree, own), memory };
}
