import { type Device, type Directory, type Entry, newInode, type Symlink } from "../../vfs/entry.ts";
import type { FileSystem } from "../../vfs/file-system.ts";

const device = (name: Device["name"], mtime: number): Device => ({
  kind: "device",
  inode: newInode(),
  mode: name.startsWith("std") ? 0o620 : 0o666,
  uid: 0,
  gid: 0,
  mtime,
  name,
});

const link = (target: string, mtime: number): Symlink => ({
  kind: "symlink",
  inode: newInode(),
  mode: 0o777,
  uid: 0,
  gid: 0,
  mtime,
  target,
});

const directory = (
  mode: number,
  mtime: number,
  children: readonly (readonly [string, Entry])[] = [],
): Directory => ({
  kind: "directory",
  inode: newInode(),
  mode,
  uid: 0,
  gid: 0,
  mtime,
  children: new Map(children),
});

const NAMES = ["full", "null", "random", "tty", "urandom", "zero"] as const;
/** In order of their numbers. */
const STREAMS = ["stdin", "stdout", "stderr"] as const;

/** What runc mounts over the image's own folders; nothing that is written there reaches the image. */
const mounts = (now: number): readonly (readonly [string, Directory])[] => [
  [
    "/dev",
    directory(0o755, now, [
      ...NAMES.map((name) => [name, device(name, now)] as const),
      ...STREAMS.map((name, fd) => [name, link(`/proc/self/fd/${fd}`, now)] as const),
      ["fd", link("/proc/self/fd", now)],
      ["mqueue", directory(0o1777, now)],
      ["ptmx", link("pts/ptmx", now)],
      ["pts", directory(0o755, now, [["ptmx", device("ptmx", now)]])],
      ["shm", directory(0o1777, now)],
    ]),
  ],
  [
    "/proc",
    directory(0o555, now, [
      [
        "self",
        directory(0o555, now, [
          [
            "fd",
            directory(
              0o555,
              now,
              STREAMS.map((name, fd) => [`${fd}`, device(name, now)] as const),
            ),
          ],
        ]),
      ],
    ]),
  ],
  ["/sys", directory(0o555, now)],
];

/** Mounts /dev, /proc and /sys, made at this moment. @returns what takes them away again and leaves the image as it was. */
export function mount(files: FileSystem): () => void {
  const mounted = mounts(files.now());
  for (const [path, entry] of mounted) files.mount(path, entry);
  return () => {
    for (const [path] of mounted) files.unmount(path);
  };
}
