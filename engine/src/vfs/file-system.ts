import { Content } from "./content.ts";
import { type ImposedChange, imposeChange } from "./impose-change.ts";
import { type Credentials, READ, ROOT, WRITE, isCapable, may, owns } from "./credentials.ts";
import { type Device, type Directory, type Entry, type Metadata, newInode } from "./entry.ts";
import type { Errno } from "./errno.ts";
import { type Place, locate, meansDirectory, pathOf } from "./locate.ts";
import { Volume, emptyDirectory, ownFile } from "./volume.ts";

type Change = Partial<Metadata> & Pick<Directory, "bulk">;

/**
 * A file tree being edited: POSIX operations over immutable directories.
 *
 * Expected failures come back as `Errno`. Paths are absolute. What `stat` gives may be changed by a later write until
 * `snapshot` is taken.
 */
export class FileSystem {
  readonly #volume: Volume;
  readonly #who: Credentials;

  constructor(root: Directory, now: () => number, who: Credentials = ROOT, volume?: Volume) {
    this.#volume = volume ?? new Volume(root, now);
    this.#who = who;
  }

  /** The same files in the eyes of someone else. */
  as(who: Credentials): FileSystem {
    return new FileSystem(this.#volume.tree.root, this.#volume.now, who, this.#volume);
  }

  /** Seconds since 1970, simulated: what a write stamps. */
  now(): number {
    return this.#volume.now();
  }

  /** How many changes there have been: the same number, the same files. */
  get edits(): number {
    return this.#volume.tree.edits;
  }

  /** The tree as it is now, without what is mounted; later writes do not touch it. */
  snapshot(): Directory {
    return this.#volume.snapshot();
  }

  /**
   * Lays a tree or a file over `path` until `unmount`: it is seen and written like all else, and is no part of a snapshot.
   * A place that is missing is made for the time. `readOnly`: writes below it fail with EROFS.
   */
  mount(
    path: string,
    source: Entry,
    { readOnly = false }: { readonly readOnly?: boolean } = {},
  ): Errno | undefined {
    return this.#volume.mount(path, source, readOnly);
  }

  /** All that can be seen now, what is mounted included; later writes do not touch it. */
  view(): Directory {
    return this.#volume.tree.freeze();
  }

  /** Everything is again as `view` once had it, with the same mounts. */
  reset(view: Directory): void {
    this.#volume.tree.reset(view);
  }

  /** Lays changes over it that somebody else has made, as they are: nobody is asked and nothing is stamped. */
  impose(changes: readonly ImposedChange[]): void {
    for (const change of changes) imposeChange(this.#volume.tree, change);
  }

  /** Makes the tree itself read-only, as `docker run --read-only` does; what is mounted stays as it is. */
  protect(): void {
    this.#volume.protect();
  }

  /** Takes away what was mounted last at `path`. @returns what stands in it now, undefined if nothing is mounted there. */
  unmount(path: string): Entry | undefined {
    return this.#volume.unmount(path);
  }

  /** Paths that something is mounted on, links resolved, in order of mounting. */
  mountPoints(): readonly string[] {
    return this.#volume.mountPoints();
  }

  /** What is at `path`, symlinks followed. */
  stat(path: string): Entry | Errno {
    return this.#at(path, true);
  }

  /** What is at `path`, a last symlink not followed. */
  lstat(path: string): Entry | Errno {
    return this.#at(path, false);
  }

  exists(path: string): boolean {
    return typeof this.stat(path) !== "string";
  }

  /** The path with every symlink resolved. The last part may be missing. */
  realpath(path: string): { path: string } | Errno {
    const place = this.#locate(path, true);
    return typeof place === "string" ? place : { path: pathOf(place) };
  }

  read(path: string): Content | Errno {
    const entry = this.stat(path);
    if (typeof entry === "string") return entry;
    if (entry.kind === "directory") return "EISDIR";
    if (entry.kind !== "file") return Content.of("");
    return may(this.#who, entry, READ) ? entry.content : "EACCES";
  }

  /** Names in a directory, sorted by code unit. */
  list(path: string): string[] | Errno {
    const entry = this.stat(path);
    if (typeof entry === "string") return entry;
    if (entry.kind !== "directory") return "ENOTDIR";
    return may(this.#who, entry, READ) ? [...entry.children.keys()].sort() : "EACCES";
  }

  /**
   * Names in a directory in the order in which `readdir` gives them: the newest first, as Linux's tmpfs has them
   * (`dcache_readdir`, whose list takes a new name at its head). A name that something is renamed to is new; a file
   * that is written again keeps its place. On a disk with ext4 the order is that of hashes of the names, and chance.
   */
  readdir(path: string): string[] | Errno {
    const entry = this.stat(path);
    if (typeof entry === "string") return entry;
    if (entry.kind !== "directory") return "ENOTDIR";
    return may(this.#who, entry, READ) ? [...entry.children.keys()].reverse() : "EACCES";
  }

  /** May the asker read (4), write (2), execute or search (1) it? Bits can be added up. */
  access(path: string, bits: number): boolean {
    const entry = this.stat(path);
    return typeof entry !== "string" && may(this.#who, entry, bits);
  }

  /** Writes a file whole: an existing one keeps mode and owner, a new one gets `mode` (0644 if none). */
  write(path: string, content: Content, mode = 0o644): Errno | undefined {
    const place = this.#locate(path, true);
    if (typeof place === "string") return place;
    const { entry } = place;
    if (entry === undefined) {
      if (meansDirectory(path)) return "EISDIR";
      return this.#volume.put(
        place,
        {
          ...this.#fresh(place, mode),
          kind: "file",
          inode: newInode(),
          content,
          links: 1,
        },
        this.#who,
      );
    }
    if (entry.kind === "directory") return "EISDIR";
    if (meansDirectory(path)) return "ENOTDIR";
    if (!may(this.#who, entry, WRITE)) return "EACCES";
    if (entry.kind === "device") return entry.name === "full" ? "ENOSPC" : undefined;
    if (entry.kind === "symlink") return "ELOOP";
    return this.#volume.replace(place, { ...entry, content, mtime: this.now() });
  }

  mkdir(path: string, mode = 0o755): Errno | undefined {
    const place = this.#locate(path, false);
    if (typeof place === "string") return place;
    if (place.entry || place.name === "") return "EEXIST";
    const fresh = this.#fresh(place, mode);
    const inherited = this.#volume.parent(place).mode & 0o2000;
    return this.#volume.put(
      place,
      {
        ...fresh,
        mode: fresh.mode | inherited,
        kind: "directory",
        inode: newInode(),
        children: new Map(),
      },
      this.#who,
    );
  }

  symlink(target: string, path: string): Errno | undefined {
    if (target === "") return "ENOENT";
    return this.#create(path, (place) => ({
      ...this.#fresh(place, 0o777),
      kind: "symlink",
      inode: newInode(),
      target,
    }));
  }

  /** A device node; only root makes one. */
  mknod(path: string, name: Device["name"], mode = 0o666): Errno | undefined {
    if (this.#who.uid !== 0) return "EPERM";
    return this.#create(path, (place) => ({
      ...this.#fresh(place, mode),
      kind: "device",
      inode: newInode(),
      name,
    }));
  }

  /** A second name for the file at `from`. */
  link(from: string, to: string): Errno | undefined {
    const source = this.#locate(from, false);
    if (typeof source === "string") return source;
    let { entry } = source;
    if (!entry) return "ENOENT";
    if (entry.kind === "directory") return "EPERM";
    const place = this.#locate(to, false);
    if (typeof place === "string") return place;
    if (place.entry) return "EEXIST";
    if (meansDirectory(to)) return "ENOENT";
    if (this.#volume.mountOf(source) !== this.#volume.mountOf(place)) return "EXDEV";
    if (entry.kind === "file" && this.#volume.isLower(source, entry)) entry = ownFile(entry);
    const errno = this.#volume.put(place, entry, this.#who);
    if (errno || entry.kind !== "file") return errno;
    if (entry.links > 1)
      this.#volume.tree.relink(entry.inode, (file) => ({ ...file, links: file.links + 1 }));
    else
      for (const { chain, name } of [source, place])
        this.#volume.tree.set(chain, name, { ...entry, links: 2 });
    return undefined;
  }

  /** Puts an entry under a name as it is, whatever stood there. The way in for copies that keep owner, mode and time. */
  place(path: string, entry: Entry): Errno | undefined {
    const place = this.#locate(path, false);
    if (typeof place === "string") return place;
    if (place.name === "") return "EBUSY";
    const errno = place.entry && this.#volume.drop(place, this.#who);
    return errno ?? this.#volume.put(place, entry, this.#who);
  }

  /** Removes a name that is not a directory. */
  unlink(path: string): Errno | undefined {
    const place = this.#locate(path, false);
    if (typeof place === "string") return place;
    if (!place.entry) return "ENOENT";
    if (place.entry.kind === "directory") return "EISDIR";
    return meansDirectory(path) ? "ENOTDIR" : this.#volume.drop(place, this.#who);
  }

  /** Removes an empty directory. */
  rmdir(path: string): Errno | undefined {
    if (path.endsWith("/.")) return "EINVAL";
    const place = this.#locate(path, false);
    if (typeof place === "string") return place;
    if (!place.entry) return "ENOENT";
    if (place.entry.kind !== "directory") return "ENOTDIR";
    if (place.name === "" || this.#volume.isBusy(place)) return "EBUSY";
    if (place.entry.children.size > 0 || place.entry.bulk) return "ENOTEMPTY";
    return this.#volume.drop(place, this.#who);
  }

  rename(from: string, to: string): Errno | undefined {
    const source = this.#locate(from, false);
    if (typeof source === "string") return source;
    const { entry } = source;
    if (!entry) return "ENOENT";
    const target = this.#locate(to, false);
    if (typeof target === "string") return target;
    if ([source, target].some((place) => place.name === "" || this.#volume.isBusy(place))) return "EBUSY";
    if (entry.kind !== "directory" && (meansDirectory(from) || meansDirectory(to))) return "ENOTDIR";
    if (this.#volume.mountOf(source) !== this.#volume.mountOf(target)) return "EXDEV";
    const [fromPath, toPath] = [pathOf(source), pathOf(target)];
    if (fromPath === toPath) return undefined;
    if (entry.kind === "directory" && toPath.startsWith(`${fromPath}/`)) return "EINVAL";
    const refusal =
      this.#volume.mayDrop(source, this.#who) ??
      this.#volume.mayPut(target, this.#who) ??
      this.#volume.mayReplace(entry, target, this.#who);
    if (refusal) return refusal;
    // Two names of one file: nothing happens (POSIX, rename).
    if (entry.kind === "file" && target.entry?.inode === entry.inode) return undefined;
    if (target.entry) this.#volume.drop(target, this.#who);
    this.#volume.put(target, this.#moved(source, entry), this.#who);
    return this.#volume.drop({ ...source, entry: undefined }, this.#who);
  }

  /** Mode bits; only the owner and root may. A symlink is followed. */
  chmod(path: string, mode: number): Errno | undefined {
    return this.#change(path, true, (entry) => {
      if (!owns(this.#who, entry)) return "EPERM";
      const inGroup =
        isCapable(this.#who, "FSETID") || this.#who.gid === entry.gid || this.#who.groups.includes(entry.gid);
      return { mode: inGroup || entry.kind === "directory" ? mode : mode & ~0o2000 };
    });
  }

  /** Owners; only root may give a file away. `follow` false changes a symlink itself. */
  chown(path: string, uid: number | undefined, gid: number | undefined, follow = true): Errno | undefined {
    return this.#change(path, follow, (entry) => {
      const mine = this.#who.uid === entry.uid && (uid === undefined || uid === entry.uid);
      if (
        !isCapable(this.#who, "CHOWN") &&
        !(mine && (gid === undefined || gid === this.#who.gid || this.#who.groups.includes(gid)))
      )
        return "EPERM";
      const mode = entry.kind === "file" ? entry.mode & 0o1777 : entry.mode;
      return { uid: uid ?? entry.uid, gid: gid ?? entry.gid, mode };
    });
  }

  /**
   * Says of how many unlisted files a directory consists. A new object counts as files written anew, also with equal
   * numbers: what `chown -R` or a copy does to them.
   */
  setBulk(path: string, bulk: Directory["bulk"]): Errno | undefined {
    return this.#change(path, true, (entry) => (entry.kind === "directory" ? { bulk } : "ENOTDIR"));
  }

  touch(path: string, mtime: number): Errno | undefined {
    return this.#change(path, true, (entry) =>
      owns(this.#who, entry) || may(this.#who, entry, WRITE) ? { mtime } : "EACCES",
    );
  }

  /** What a renamed entry is: always another object than before, since in a layer it is written anew. */
  #moved(source: Place, entry: Entry): Entry {
    // A new inode for a directory: in a layer it is a new one, as an overlay sees it.
    if (entry.kind === "directory") return { ...entry, inode: newInode() };
    return entry.kind === "file" && this.#volume.isLower(source, entry) ? ownFile(entry) : { ...entry };
  }

  #locate(path: string, follow: boolean): Place | Errno {
    return locate(this.#volume.tree.root, path, follow, this.#who);
  }

  #at(path: string, follow: boolean): Entry | Errno {
    const place = this.#locate(path, follow);
    if (typeof place === "string") return place;
    if (!place.entry) return "ENOENT";
    return meansDirectory(path) && place.entry.kind !== "directory" ? "ENOTDIR" : place.entry;
  }

  #create(path: string, make: (place: Place) => Entry): Errno | undefined {
    const place = this.#locate(path, false);
    if (typeof place === "string") return place;
    if (place.entry) return "EEXIST";
    return meansDirectory(path) ? "ENOENT" : this.#volume.put(place, make(place), this.#who);
  }

  #change(path: string, follow: boolean, to: (entry: Entry) => Change | Errno): Errno | undefined {
    const place = this.#locate(path, follow);
    if (typeof place === "string") return place;
    if (!place.entry) return "ENOENT";
    if (meansDirectory(path) && place.entry.kind !== "directory") return "ENOTDIR";
    const change = to(place.entry);
    if (typeof change === "string") return change;
    return this.#volume.replace(place, { ...place.entry, ...change });
  }

  /** What a new file is given: in a directory with setgid, the directory's group. */
  #fresh(place: Place, mode: number): Metadata {
    const parent = this.#volume.parent(place);
    return {
      mode,
      uid: this.#who.uid,
      gid: parent.mode & 0o2000 ? parent.gid : this.#who.gid,
      mtime: this.now(),
    };
  }
}

export { ROOT, emptyDirectory };
export type { Credentials };
