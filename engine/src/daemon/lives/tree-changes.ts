import { diff } from "../../vfs/diff.ts";
import type { Directory, Entry } from "../../vfs/entry.ts";
import type { ImposedChange } from "../../vfs/impose-change.ts";
import { partsOf } from "../../vfs/path.ts";

/** How one tree became another, told so that a third one, in which the same files were made once more, can become it too. */
export const treeChanges = (before: Directory, after: Directory): readonly ImposedChange[] =>
  diff(before, after).map((change) => {
    const { entry } = change;
    if (entry?.kind !== "file" || change.kind !== "C") return change;
    const old = entryAt(before, partsOf(change.path));
    return old?.kind === "file" && old.inode === entry.inode ? { ...change, kept: true } : change;
  });

const entryAt = (root: Directory, parts: readonly string[]): Entry | undefined =>
  parts.reduce<Entry | undefined>(
    (here, part) => (here?.kind === "directory" ? here.children.get(part) : undefined),
    root,
  );
