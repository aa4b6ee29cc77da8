import { treeAt } from "../../daemon/containers/container.ts";
import { type Change, diff as changesOf } from "../../vfs/diff.ts";
import type { Directory, Entry } from "../../vfs/entry.ts";
import type { Command } from "../command.ts";
import { lookUp } from "../run/launch.ts";

export const diff: Command = {
  names: ["diff", "container diff"],
  usage: "CONTAINER",
  summary: "Inspect changes to files or directories on a container's filesystem",
  arity: [1, 1],
  flags: [],
  run(call) {
    const container = lookUp(call, call.args[0] ?? "");
    if (!container) return 1;
    const before = container.image.tree;
    const changes = changesOf(before, treeAt(container, call.daemon.state.time));
    // A folder counts where something in it does: what it holds comes after it.
    let last = "";
    const told = changes.reverse().filter((change) => {
      const counts = last.startsWith(`${change.path}/`) || differs(before, change);
      if (counts) last = change.path;
      return counts;
    });
    for (const { kind, path } of told.reverse()) if (path !== "/") call.out(`${kind} ${path}\n`);
    return 0;
  },
};

/** What was copied up and is as it was is no change: a folder's time does not count, a file's does (moby pkg/archive/changes_linux.go, statDifferent). */
function differs(tree: Directory, { kind, path, entry }: Change): boolean {
  const before = kind === "C" && entry ? entryAt(tree, path) : undefined;
  if (!before || !entry || before.kind !== entry.kind) return true;
  if (before.mode !== entry.mode || before.uid !== entry.uid || before.gid !== entry.gid) return true;
  if (entry.kind === "directory") return false;
  return (
    before.mtime !== entry.mtime ||
    (before.kind === "file" && entry.kind === "file" && before.content.size !== entry.content.size)
  );
}

function entryAt(tree: Directory, path: string): Entry | undefined {
  let at: Entry | undefined = tree;
  for (const name of path.split("/").slice(1))
    at = at?.kind === "directory" ? at.children.get(name) : undefined;
  return at;
}
