import { encode } from "../core/bytes.ts";
import { Content } from "../vfs/content.ts";
import { type Directory, type Entry, newInode } from "../vfs/entry.ts";
import { emptyDirectory, FileSystem } from "../vfs/file-system.ts";
import { dirname } from "../vfs/path.ts";
import type { Container, Mount } from "./container.ts";

/** Where the bytes of volumes and of the host's folders are while a container uses them. */
export interface MountSource {
  read(mount: Mount): Entry;
  write(mount: Mount, entry: Entry): void;
}

const address = (container: Container): string => `172.17.0.${container.address}`;

/** Files that Docker makes for each container and lays over the image's (moby container/container_unix.go, NetworkMounts). */
function ownFiles(container: Container): readonly (readonly [string, string])[] {
  const local = "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\nfe00::\tip6-localnet\nff00::\tip6-mcastprefix\nff02::1\tip6-allnodes\nff02::2\tip6-allrouters\n";
  return [
    ["/etc/hostname", `${container.hostname}\n`],
    ["/etc/hosts", `${local}${address(container)}\t${container.hostname}\n`],
    ["/etc/resolv.conf", "nameserver 127.0.0.11\n"],
  ];
}

/** Makes missing folders on the way, as runc does for a mount. */
export function makeFolders(files: FileSystem, path: string): void {
  if (path === "/" || path === "." || files.exists(path)) return;
  makeFolders(files, dirname(path));
  files.mkdir(path);
}

/** The container's files as its programs see them: with its volumes, bound folders and own files in /etc. */
export function mountedFiles(container: Container, tree: Directory, source: MountSource, now: () => number): FileSystem {
  const files = new FileSystem(tree, now);
  const mtime = now();
  for (const mount of container.options.mounts) {
    makeFolders(files, dirname(mount.target));
    files.place(mount.target, source.read(mount));
  }
  for (const [path, text] of ownFiles(container)) {
    makeFolders(files, dirname(path));
    files.place(path, { kind: "file", inode: newInode(), mode: 0o644, uid: 0, gid: 0, mtime, links: 1, content: Content.of(encode(text)) });
  }
  return files;
}

/** Writes volumes and bound folders back where they came from. */
export function saveMounts(container: Container, mounted: Directory, source: MountSource): void {
  const files = new FileSystem(mounted, () => 0);
  for (const mount of container.options.mounts) {
    if (mount.readOnly) continue;
    const entry = files.stat(mount.target);
    if (typeof entry !== "string") source.write(mount, entry);
  }
}

/** What a container's own layer holds of the tree that its programs see: nothing that is mounted. */
export function ownTree(container: Container, mounted: Directory): Directory {
  const before = new FileSystem(container.tree, () => 0);
  const files = new FileSystem(mounted, () => mounted.mtime);
  const restore = (path: string, otherwise: Entry | undefined): void => {
    const original = before.lstat(path);
    const entry = typeof original === "string" ? otherwise : original;
    if (entry) files.place(path, entry);
    else if (files.lstat(path) !== "ENOENT") {
      files.place(path, emptyDirectory());
      files.rmdir(path);
    }
  };
  for (const [path] of ownFiles(container)) restore(path, undefined);
  for (const path of ["/dev", "/proc", "/sys"]) restore(path, undefined);
  for (const mount of container.options.mounts) restore(mount.target, emptyDirectory(container.created));
  for (const path of ["/etc", "/"]) settle(before, files, path);
  return files.snapshot();
}

/** A folder that only held mounts is the one that it was, time included. */
function settle(before: FileSystem, files: FileSystem, path: string): void {
  const old = before.lstat(path);
  const now = files.lstat(path);
  if (typeof old === "string" || typeof now === "string" || old.kind !== "directory" || now.kind !== "directory") return;
  const same = old.children.size === now.children.size && [...old.children].every(([name, entry]) => now.children.get(name) === entry);
  if (!same || old.mode !== now.mode || old.uid !== now.uid) return;
  if (path === "/") files.touch("/", old.mtime);
  else files.place(path, old);
}
