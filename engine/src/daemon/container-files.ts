import { encode } from "../core/bytes.ts";
import { Content } from "../vfs/content.ts";
import { type Directory, type Entry, newInode } from "../vfs/entry.ts";
import { FileSystem } from "../vfs/file-system.ts";
import { dirname } from "../vfs/path.ts";
import type { Container, Mount } from "./container.ts";

/** Where the bytes of volumes and of the host's folders are while a container uses them. */
export interface MountSource {
  read(mount: Mount): Entry;
  write(mount: Mount, entry: Entry): void;
}

/** Files that Docker makes for each container and lays over the image's (moby container/container_unix.go, NetworkMounts). */
function ownFiles(container: Container): readonly (readonly [path: string, text: string, mode?: number])[] {
  const local =
    "127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\nfe00::\tip6-localnet\nff00::\tip6-mcastprefix\nff02::1\tip6-allnodes\nff02::2\tip6-allrouters\n";
  return [
    ["/etc/hostname", `${container.hostname}\n`],
    ["/etc/hosts", local + hostsLines(container)],
    ["/etc/resolv.conf", "nameserver 127.0.0.11\n"],
    // Not a mount, but Docker's layer of its own below the container's (moby daemon/initlayer).
    ["/.dockerenv", "", 0o755],
  ];
}

const hostsLines = ({ options, endpoints, hostname }: Container): string =>
  [
    ...options.extraHosts.map(([host, address]) => `${address}\t${host}\n`),
    ...endpoints.flatMap(({ address }) => (address === "" ? [] : [`${address}\t${hostname}\n`])),
  ].join("");

/** Makes missing folders on the way, as runc does for a mount. */
export function makeFolders(files: FileSystem, path: string): void {
  if (path === "/" || path === "." || files.exists(path)) return;
  makeFolders(files, dirname(path));
  files.mkdir(path);
}

/**
 * The container's files as its programs see them: with its volumes, bound folders and own files in /etc as mounts, so a
 * snapshot has none of them. The folders that volumes are mounted on are the container's own.
 */
export function mountedFiles(
  container: Container,
  tree: Directory,
  source: MountSource,
  now: () => number,
): FileSystem {
  const files = new FileSystem(tree, now);
  for (const mount of container.options.mounts) {
    const entry = source.read(mount);
    if (entry.kind === "directory") makeFolders(files, mount.target);
    files.mount(mount.target, entry, { readOnly: mount.readOnly });
  }
  const mtime = now();
  for (const [path, text, mode = 0o644] of ownFiles(container)) {
    files.mount(path, {
      kind: "file",
      inode: newInode(),
      mode,
      uid: 0,
      gid: 0,
      mtime,
      links: 1,
      content: Content.of(encode(text)),
    });
  }
  if (container.options.readOnly) files.protect();
  return files;
}

/** Writes volumes and bound folders back where they came from. */
export function saveMounts(container: Container, files: FileSystem, source: MountSource): void {
  for (const mount of container.options.mounts.toReversed()) {
    const entry = files.unmount(mount.target);
    if (entry && !mount.readOnly) source.write(mount, entry);
  }
}
