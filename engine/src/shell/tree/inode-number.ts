import { crc32 } from "../../archive/crc.ts";
import { encode } from "../../core/bytes.ts";
import type { Entry, Inode } from "../../vfs/entry.ts";
import { below } from "./tree.ts";
import type { Process } from "../process.ts";

/** The first name in the tree that a file of several names has. */
function firstName(process: Process, inode: Inode): string | undefined {
  const root = process.files.as({ uid: 0, gid: 0, groups: [0] }).lstat("/");
  if (typeof root === "string") return undefined;
  const open: [string, Entry][] = [["/", root]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [path, entry] = next;
    process.kernel.spend(1);
    if (entry.inode === inode) return path;
    if (entry.kind === "directory")
      for (const [name, child] of entry.children) open.push([below(path, name), child]);
  }
  return undefined;
}

/** The number of a file's inode: this machine's own, made of its path, so that each replay shows the same. */
export function inodeNumber(process: Process, path: string, entry: Entry): number {
  const name = entry.kind === "file" && entry.links > 1 ? (firstName(process, entry.inode) ?? path) : path;
  return 131_072 + (crc32(encode(name)) % 4_000_000);
}
