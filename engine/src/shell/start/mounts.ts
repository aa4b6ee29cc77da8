import { type Device, type Directory, type Entry, newInode } from "../../vfs/entry.ts";
import type { FileSystem } from "../../vfs/file-system.ts";

const BOOT = 0;

const device = (name: Device["name"]): Device => ({
  kind: "device",
  inode: newInode(),
  mode: name === "tty" || name.startsWith("std") ? 0o620 : 0o666,
  uid: 0,
  gid: name === "tty" ? 5 : 0,
  mtime: BOOT,
  name,
});

const directory = (mode: number, children: readonly (readonly [string, Entry])[]): Directory => ({
  kind: "directory",
  inode: newInode(),
  mode,
  uid: 0,
  gid: 0,
  mtime: BOOT,
  children: new Map(children),
});

const NAMES = ["full", "null", "random", "stderr", "stdin", "stdout", "tty", "urandom", "zero"] as const;

/** What runc mounts over the image's own folders; nothing that is written there reaches the image. */
const MOUNTS: readonly (readonly [string, Directory])[] = [
  [
    "/dev",
    directory(0o755, [...NAMES.map((name) => [name, device(name)] as const), ["shm", directory(0o1777, [])]]),
  ],
  ["/proc", directory(0o555, [])],
  ["/sys", directory(0o555, [])],
];

/** Mounts /dev, /proc and /sys. @returns what takes them away again and leaves the image's folders as they were. */
export function mount(files: FileSystem): () => void {
  for (const [path, entry] of MOUNTS) files.mount(path, entry);
  return () => {
    for (const [path] of MOUNTS) files.unmount(path);
  };
}
