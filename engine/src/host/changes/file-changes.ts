import { humanSize } from "../../core/size.ts";
import { diff } from "../../vfs/diff.ts";
import type { Directory, Entry } from "../../vfs/entry.ts";
import type { MachineChange } from "./change.ts";

const at = (root: Directory, path: string): Entry | undefined => {
  let entry: Entry | undefined = root;
  for (const name of path.split("/").slice(1))
    entry = entry?.kind === "directory" ? entry.children.get(name) : undefined;
  return entry;
};

const octal = ({ mode }: Entry): string => mode.toString(8).padStart(4, "0");

/** What of an entry is another; undefined where it only was touched. */
function became(old: Entry | undefined, now: Entry): string | undefined {
  if (!old || old.kind !== now.kind) return `now a ${now.kind}`;
  const words: string[] = [];
  if (old.kind === "file" && now.kind === "file" && old.content !== now.content) {
    const [was, is] = [old.content, now.content];
    if (was.size !== is.size) words.push(`${humanSize(is.size)}, it was ${humanSize(was.size)}`);
    else if (was.digest !== is.digest) words.push("other content");
  }
  if (old.kind === "symlink" && now.kind === "symlink" && old.target !== now.target)
    words.push(`leads to ${now.target}`);
  if (old.mode !== now.mode) words.push(`mode ${octal(now)}, it was ${octal(old)}`);
  if (old.uid !== now.uid || old.gid !== now.gid) words.push(`owned by ${now.uid}:${now.gid}`);
  return words.length === 0 ? undefined : words.join("; ");
}

const is = (entry: Entry): string | undefined =>
  entry.kind === "file" ? humanSize(entry.content.size) : entry.kind === "directory" ? "folder" : undefined;

/** Files of the machine itself, in walk order; what was written anew with the same words does not count. */
export function fileChanges(before: Directory, after: Directory): MachineChange[] {
  return diff(before, after).flatMap(({ path, kind, entry }): MachineChange[] => {
    const old = kind === "A" ? undefined : at(before, path);
    if (kind !== "C" || !entry) {
      const detail = (entry ?? old) && is((entry ?? old) as Entry);
      return [
        {
          what: "file",
          how: kind === "A" ? "added" : "removed",
          name: path,
          ...(detail !== undefined && { detail }),
        },
      ];
    }
    const detail = became(old, entry);
    return detail === undefined ? [] : [{ what: "file", how: "changed", name: path, detail }];
  });
}
