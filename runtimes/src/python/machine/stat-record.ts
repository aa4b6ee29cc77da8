import type { Entry } from "@drydock/engine";
import type { MemoryView } from "./memory-view.ts";

/** What `stat` says of a file. */
export interface Stat {
  /** With the bits of the type. */
  readonly mode: number;
  readonly inode: number;
  readonly links: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  /** Seconds since 1970. */
  readonly mtime: number;
}

const TYPES: Readonly<Record<Entry["kind"], number>> = {
  file: 0o100000,
  directory: 0o040000,
  symlink: 0o120000,
  device: 0o020000,
};

/** FNV-1a: numbers for inodes that are the same in every host. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 1) + 2;
}

export function statOf(entry: Entry, path: string): Stat {
  return {
    mode: TYPES[entry.kind] | entry.mode,
    inode: hash(path),
    links:
      entry.kind === "file"
        ? entry.links
        : entry.kind === "directory"
          ? 2 + [...entry.children.values()].filter(({ kind }) => kind === "directory").length
          : 1,
    uid: entry.uid,
    gid: entry.gid,
    size:
      entry.kind === "file"
        ? entry.content.size
        : entry.kind === "directory"
          ? 4096
          : entry.kind === "symlink"
            ? entry.target.length
            : 0,
    mtime: entry.mtime,
  };
}

/** Writes Emscripten's `struct stat` (system/lib/libc/musl/arch/emscripten/bits/stat.h). */
export function putStat(view: MemoryView, at: number, stat: Stat): void {
  view.setInt(at, 1);
  view.setInt(at + 4, stat.mode);
  view.setInt(at + 8, stat.links);
  view.setInt(at + 12, stat.uid);
  view.setInt(at + 16, stat.gid);
  view.setInt(at + 20, 0);
  view.setLong(at + 24, stat.size);
  view.setInt(at + 32, 4096);
  view.setInt(at + 36, Math.ceil(stat.size / 4096) * 8);
  for (const time of [40, 56, 72]) {
    view.setLong(at + time, stat.mtime);
    view.setInt(at + time + 8, 0);
  }
  view.setLong(at + 88, stat.inode);
}
