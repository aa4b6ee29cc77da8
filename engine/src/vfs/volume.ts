import { EngineError } from "../core/engine-error.ts";
import { type Credentials, ROOT, SEARCH, WRITE, may, mayRemove } from "./credentials.ts";
import { EditableTree } from "./editable-tree.ts";
import { type Directory, type Entry, type File, newInode } from "./entry.ts";
import type { Errno } from "./errno.ts";
import { type Place, locate } from "./locate.ts";
import { type MountPoint, detach, isBusy, mountOf, restore } from "./mount-table.ts";
import { dirname, partsOf } from "./path.ts";

/** Names and bytes that may be written to one file system: an endless loop must end. */
const MOST_NAMES = 200_000;
const MOST_BYTES = 512 * 1024 * 1024;

/** What the views of one file system share: the tree, what is mounted on it, and the changes to a single name. */
export class Volume {
  readonly tree: EditableTree;
  readonly now: () => number;
  #mounts: readonly MountPoint[] = [];
  /** Stands for the tree itself once it may not be written. */
  #root: MountPoint | undefined;
  /** Taken off since the last snapshot. */
  #detached: readonly MountPoint[] = [];
  /** The tree before the first of both. */
  #unmounted: Directory;
  #names = 0;
  #bytes = 0;
  readonly #lower: Directory | undefined;

  /**
   * @param layered what is there already lies in layers below: a hard link that is changed becomes a file of its own, and the
   * other names keep what they had, as overlayfs copies one name up [measured on Docker 28.5.2]
   */
  constructor(root: Directory, now: () => number, layered = false) {
    this.tree = new EditableTree(root);
    this.now = now;
    this.#unmounted = root;
    this.#lower = layered ? root : undefined;
  }

  snapshot(): Directory {
    const root = this.tree.freeze();
    const all = [...this.#detached, ...this.#mounts];
    if (all.length === 0) return root;
    const tree = new EditableTree(root);
    for (const mount of this.#mounts.toReversed()) detach(tree, mount);
    restore(tree, this.#unmounted, all);
    if (this.#mounts.length === 0) {
      this.#detached = [];
      this.tree.root = tree.root;
    }
    return tree.root;
  }

  mount(path: string, source: Entry, readOnly: boolean): Errno | undefined {
    if (this.#mounts.length + this.#detached.length === 0) this.#unmounted = this.tree.freeze();
    const made = this.#makeParents(dirname(path));
    if (typeof made === "string") return made;
    const place = locate(this.tree.root, path, true, ROOT);
    if (typeof place === "string") return place;
    if (place.name === "") return "EBUSY";
    const parts = [...place.chain, place.name];
    const hidden = place.entry;
    const point = { parts, readOnly, hidden, made: hidden ? undefined : (made.top ?? parts.length) };
    this.#mounts = [...this.#mounts, point];
    this.tree.set(place.chain, place.name, source);
    return undefined;
  }

  /** Where something is mounted, in order of mounting. */
  mountPoints(): readonly string[] {
    return this.#mounts.map(({ parts }) => `/${parts.join("/")}`);
  }

  /** From now on only mounts can be written. */
  protect(): void {
    this.#root = { parts: [], readOnly: true, hidden: undefined, made: undefined };
  }

  unmount(path: string): Entry | undefined {
    const place = locate(this.tree.root, path, true, ROOT);
    if (typeof place === "string") return undefined;
    const mount = mountOf(this.#mounts, place);
    if (mount?.parts.length !== place.chain.length + 1) return undefined;
    detach(this.tree, mount);
    this.#mounts = this.#mounts.filter((each) => each !== mount);
    this.#detached = [...this.#detached, mount];
    return place.entry;
  }

  parent(place: Place): Directory {
    return this.tree.at(place.chain);
  }

  mountOf(place: Place): MountPoint | undefined {
    const mount = this.#mounts.length === 0 ? undefined : mountOf(this.#mounts, place);
    return mount ?? this.#root;
  }

  /** Is something mounted there, or below? */
  isBusy(place: Place): boolean {
    return this.#mounts.length > 0 && isBusy(this.#mounts, place);
  }

  mayPut(place: Place, who: Credentials): Errno | undefined {
    if (this.mountOf(place)?.readOnly) return "EROFS";
    return may(who, this.parent(place), WRITE | SEARCH) ? undefined : "EACCES";
  }

  mayDrop(place: Place, who: Credentials): Errno | undefined {
    if (this.isBusy(place)) return "EBUSY";
    const errno = this.mayPut(place, who);
    if (errno) return errno;
    return place.entry && !mayRemove(who, this.parent(place), place.entry) ? "EPERM" : undefined;
  }

  /** May `entry` take the place of what stands at `target`, in a rename? */
  mayReplace(entry: Entry, target: Place, who: Credentials): Errno | undefined {
    const there = target.entry;
    if (!there) return undefined;
    if (there.kind === "directory") {
      if (entry.kind !== "directory") return "EISDIR";
      if (there.children.size > 0 || there.bulk) return "ENOTEMPTY";
    } else if (entry.kind === "directory") return "ENOTDIR";
    return this.mayDrop(target, who);
  }

  /** Is it a name of a hard-linked file that no change has copied up yet? */
  isLower({ chain, name }: Place, entry: File): boolean {
    if (entry.links <= 1) return false;
    let here: Entry | undefined = this.#lower;
    for (const part of [...chain, name])
      here = here?.kind === "directory" ? here.children.get(part) : undefined;
    return here?.kind === "file" && here.inode === entry.inode;
  }

  put(place: Place, entry: Entry, who: Credentials): Errno | undefined {
    const errno = this.mayPut(place, who);
    if (errno) return errno;
    if (++this.#names > MOST_NAMES) throw new EngineError("LIMIT", { what: "new files", limit: MOST_NAMES });
    this.#count(undefined, entry);
    this.tree.set(place.chain, place.name, entry).mtime = this.now();
    return undefined;
  }

  drop(place: Place, who: Credentials): Errno | undefined {
    const errno = this.mayDrop(place, who);
    if (errno) return errno;
    const directory = this.tree.open(place.chain);
    directory.children.delete(place.name);
    directory.mtime = this.now();
    const { entry } = place;
    if (entry?.kind !== "file") return undefined;
    if (entry.links <= 1) this.#count(entry, undefined);
    else if (!this.isLower(place, entry))
      this.tree.relink(entry.inode, (file) => ({ ...file, links: file.links - 1 }));
    return undefined;
  }

  /** New state of what has the name, a directory's children kept; the other names of a file get it too. */
  replace(place: Place, entry: Entry): Errno | undefined {
    if (this.mountOf(place)?.readOnly) return "EROFS";
    this.#count(place.entry, entry);
    if (entry.kind === "directory") {
      const { mode, uid, gid, mtime, bulk } = entry;
      const chain = place.name === "" ? [] : [...place.chain, place.name];
      Object.assign(this.tree.open(chain), { mode, uid, gid, mtime, ...("bulk" in entry && { bulk }) });
    } else if (entry.kind === "file" && entry.links > 1) {
      if (this.isLower(place, entry)) this.tree.set(place.chain, place.name, ownFile(entry));
      else this.tree.relink(entry.inode, () => entry);
    } else this.tree.set(place.chain, place.name, entry);
    return undefined;
  }

  /** Counts the bytes that the tree holds more, or less. */
  #count(before: Entry | undefined, after: Entry | undefined): void {
    const bytes = (entry: Entry | undefined): number =>
      (entry?.kind === "file" && entry.content.bytes?.length) || 0;
    const more = bytes(after) - bytes(before);
    if (more > 0 && this.#bytes + more > MOST_BYTES) {
      throw new EngineError("LIMIT", { what: "bytes written", limit: MOST_BYTES });
    }
    this.#bytes += more;
  }

  /** Makes missing directories without a trace in the times of those above. @returns how many parts the path of the topmost one made has */
  #makeParents(path: string): { readonly top: number | undefined } | Errno {
    let top: number | undefined;
    let at = "";
    for (const part of partsOf(path)) {
      at += `/${part}`;
      const place = locate(this.tree.root, at, true, ROOT);
      if (typeof place === "string") return place;
      if (place.entry && place.entry.kind !== "directory") return "ENOTDIR";
      if (place.entry) continue;
      this.tree.set(place.chain, place.name, emptyDirectory(this.now()));
      top ??= place.chain.length + 1;
    }
    return { top };
  }
}

/** A file that has left the others of its inode. */
export const ownFile = (file: File): File => ({ ...file, inode: newInode(), links: 1 });

export const emptyDirectory = (mtime = 0): Directory => ({
  kind: "directory",
  inode: newInode(),
  mode: 0o755,
  uid: 0,
  gid: 0,
  mtime,
  children: new Map(),
});
