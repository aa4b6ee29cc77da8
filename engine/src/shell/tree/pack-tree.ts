import { notSimulated } from "../../core/engine-error.ts";
import { concat } from "../../core/bytes.ts";
import type { Inode } from "../../vfs/entry.ts";
import type { Errno } from "../../vfs/errno.ts";
import { join } from "../../vfs/path.ts";
import { padding, tarHeader } from "../../vfs/tar-header.ts";
import type { Process } from "../process.ts";
import { below, isEntry } from "./tree.ts";

/** A tar of the named files and all below them, in the order of `readdir`. */
export function packTree(
  process: Process,
  base: string,
  names: readonly string[],
  excluded: (name: string) => boolean,
  /** Bytes of which the archive is a multiple; 0: it ends with two empty blocks. */
  record: number,
): { bytes: Uint8Array; names: string[]; problems: { name: string; errno: Errno }[] } {
  const parts: Uint8Array[] = [];
  const listed: string[] = [];
  const problems: { name: string; errno: Errno }[] = [];
  const first = new Map<Inode, string>();
  const add = (typed: string): void => {
    const path = join(base, typed);
    const entry = process.files.lstat(path);
    if (!isEntry(entry)) {
      problems.push({ name: typed, errno: entry });
      return;
    }
    if (excluded(typed) || entry.kind === "device") return;
    process.kernel.spend(8);
    const folder = entry.kind === "directory" ? `${typed.replace(/\/+$/, "")}/` : typed;
    const name = folder.replace(/^\/+/, "") || "../";
    listed.push(folder);
    const { mode, uid, gid, mtime } = entry;
    const common = { name, mode, uid, gid, mtime };
    const earlier = entry.kind === "file" ? first.get(entry.inode) : undefined;
    if (entry.kind === "directory") parts.push(tarHeader({ ...common, type: "directory", size: 0 }));
    else if (entry.kind === "symlink")
      parts.push(tarHeader({ ...common, type: "symlink", size: 0, link: entry.target }));
    else if (earlier !== undefined)
      parts.push(tarHeader({ ...common, type: "link", size: 0, link: earlier }));
    else {
      if (entry.links > 1) first.set(entry.inode, name);
      const { bytes } = entry.content;
      if (!bytes)
        throw notSimulated(
          `the bytes of ${path}`,
          `the real file has ${entry.content.size} bytes that Drydock does not carry`,
        );
      parts.push(tarHeader({ ...common, type: "file", size: bytes.length }), bytes, padding(bytes.length));
    }
    if (entry.kind === "directory")
      for (const child of [...entry.children.keys()].reverse()) add(below(typed, child));
  };
  for (const name of names) add(name);
  parts.push(new Uint8Array(1024));
  // GNU's tar writes whole records of 20 blocks.
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (record > 0 && length % record > 0) parts.push(new Uint8Array(record - (length % record)));
  return { bytes: concat(parts), names: listed, problems };
}
