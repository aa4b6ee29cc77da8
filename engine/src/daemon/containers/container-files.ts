import { encode } from "../../core/bytes.ts";
import { Content } from "../../vfs/content.ts";
import { type Directory, type Entry, newInode } from "../../vfs/entry.ts";
import { FileSystem } from "../../vfs/file-system.ts";
import { dirname } from "../../vfs/path.ts";
import type { Container, Mount } from "./container.ts";
import { resolvConf } from "../networks/resolv-conf.ts";
import { hostsFile } from "../networks/hosts-file.ts";
import { findContainer } from "./find-container.ts";
import type { DaemonState } from "../state.ts";

/** Docker's init, which is tini, and where it is mounted. */
export const DOCKER_INIT = "/sbin/docker-init";
const INIT_SIZE = 719_584;

/** Where the bytes of volumes and of the host's folders are while a container uses them. */
export interface MountSource {
  read(mount: Mount): Entry;
  write(mount: Mount, entry: Entry): void;
  /** The host's folder that a volume is by its options, and that is not there. */
  missing?(mount: Mount): string | undefined;
}

/** Files that Docker makes for each container and lays over the image's (moby container/container_unix.go, NetworkMounts). */
function ownFiles(
  state: DaemonState,
  container: Container,
): readonly (readonly [path: string, text: string, mode?: number])[] {
  const net = networkOwner(state, container);
  return [
    ["/etc/hostname", `${net.hostname}\n`],
    ["/etc/hosts", hostsFile(state, net)],
    ["/etc/resolv.conf", resolvConf(state, net)],
    // Not a mount, but Docker's layer of its own below the container's (moby daemon/initlayer).
    ["/.dockerenv", "", 0o755],
  ];
}

/** Whose network it is in: with `--network container:…` another's, with its names. */
function networkOwner(state: DaemonState, container: Container): Container {
  const mode = container.options.network;
  const other = mode.startsWith("container:") ? findContainer(state, mode.slice(10)) : container;
  return "error" in other ? container : other;
}

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
  state: DaemonState,
  now: () => number = () => Math.floor(state.time / 1000),
): FileSystem {
  const files = new FileSystem(tree, now);
  for (const mount of container.options.mounts) {
    const entry = source.read(mount);
    if (entry.kind === "directory") makeFolders(files, mount.target);
    files.mount(mount.target, entry, { readOnly: mount.readOnly });
  }
  const mtime = now();
  for (const [path, text, mode = 0o644] of ownFiles(state, container)) {
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
  if (container.options.init)
    files.mount(DOCKER_INIT, {
      kind: "file",
      inode: newInode(),
      mode: 0o755,
      uid: 0,
      gid: 0,
      mtime,
      links: 1,
      content: Content.declared(INIT_SIZE, DOCKER_INIT, "tini"),
    });
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
