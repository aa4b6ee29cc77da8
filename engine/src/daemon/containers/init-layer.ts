import { Content } from "../../vfs/content.ts";
import { type Directory, newInode } from "../../vfs/entry.ts";
import { FileSystem } from "../../vfs/file-system.ts";
import { dirname } from "../../vfs/path.ts";
import { makeFolders } from "./container-files.ts";

const FOLDERS = ["/dev/pts", "/dev/shm", "/proc", "/sys"];
const FILES = ["/.dockerenv", "/dev/console", "/etc/hostname", "/etc/hosts", "/etc/resolv.conf"];

/**
 * A container's files with what Docker puts between its image and its own layer, so that something can be mounted there: empty files
 * and folders where the image has none (moby, daemon/initlayer/setup_unix.go). `docker export` shows them, `docker diff` does not.
 */
export function withInitLayer(tree: Directory, time: number): Directory {
  const files = new FileSystem(tree, () => time);
  for (const path of FOLDERS) makeFolders(files, path);
  for (const path of FILES) {
    makeFolders(files, dirname(path));
    if (!files.exists(path)) files.write(path, Content.of(""), 0o755);
  }
  if (typeof files.lstat("/etc/mtab") === "string")
    files.place("/etc/mtab", {
      kind: "symlink",
      inode: newInode(),
      mode: 0o777,
      uid: 0,
      gid: 0,
      mtime: time,
      target: "/proc/mounts",
    });
  return files.snapshot();
}
