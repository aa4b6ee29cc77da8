import { Content } from "./content.ts";
import { type Directory, type Entry, type File, type Inode, type Metadata, newInode } from "./entry.ts";
import type { Errno } from "./errno.ts";
import { partsOf } from "./path.ts";

/** Who asks. uid 0 may do all. */
export interface Credentials {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
}

export const ROOT: Credentials = { uid: 0, gid: 0, groups: [0] };

const MAX_LINKS = 40;
const READ = 4;
const WRITE = 2;
const SEARCH = 1;

interface MutableDirectory extends Omit<Directory, "children"> {
  children: Map<string, Entry>;
  owner?: object | undefined;
}

/** Where a path ends: its directory, the chain of directories that leads there, its name, and what is there. */
interface Place {
  readonly chain: readonly string[];
  readonly name: string;
  readonly entry: Entry | undefined;
}

/** What the views of one file system share: the tree, and the mark of directories that may still be changed in place. */
interface Volume {
  root: Directory;
  token: object;
  readonly now: () => number;
}

/**
 * A file tree being edited: POSIX operations over immutable directories.
 *
 * A write copies each directory on its path once and then changes the copy in place until `snapshot` is taken, so a step
 * that writes 500 files copies a directory once, and a snapshot costs nothing. Expected failures come back as `Errno`.
 * Paths are absolute.
 */
export class FileSystem {
  readonly #volume: Volume;
  readonly #who: Credentials;

  constructor(root: Directory, now: () => number, who: Credentials = ROOT, volume?: Volume) {
    this.#volume = volume ?? { root, token: {}, now };
    this.#who = who;
  }

  /** The same files in the eyes of someone else. */
  as(who: Credentials): FileSystem {
    return new FileSystem(this.#volume.root, this.#volume.now, who, this.#volume);
  }

  /** Seconds since 1970, simulated: what a write stamps. */
  now(): number {
    return this.#volume.now();
  }

  /** The tree as it is now; later writes do not touch it. */
  snapshot(): Directory {
    this.#volume.token = {};
    return this.#volume.root;
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
    if (typeof place === "string") return place;
    return { path: `/${[...place.chain, place.name].filter(Boolean).join("/")}` };
  }

  read(path: string): Content | Errno {
    const entry = this.stat(path);
    if (typeof entry === "string") return entry;
    if (entry.kind === "directory") return "EISDIR";
    if (entry.kind !== "file") return Content.of("");
    return this.#may(entry, READ) ? entry.content : "EACCES";
  }

  /** Names in a directory, sorted by code unit. */
  list(path: string): string[] | Errno {
    const entry = this.stat(path);
    if (typeof entry === "string") return entry;
    if (entry.kind !== "directory") return "ENOTDIR";
    return this.#may(entry, READ) ? [...entry.children.keys()].sort() : "EACCES";
  }

  /** May the asker read (4), write (2), execute or search (1) it? Bits can be added up. */
  access(path: string, bits: number): boolean {
    const entry = this.stat(path);
    return typeof entry !== "string" && this.#may(entry, bits);
  }

  /** Writes a file whole: an existing one keeps mode and owner, a new one gets `mode` (0644 if none). */
  write(path: string, content: Content, mode = 0o644): Errno | undefined {
    const place = this.#locate(path, true);
    if (typeof place === "string") return place;
    const { entry } = place;
    if (entry === undefined) {
      if (path.endsWith("/")) return "EISDIR";
      return this.#put(place, { ...this.#fresh(mode), kind: "file", inode: newInode(), content, links: 1 });
    }
    if (entry.kind === "directory") return "EISDIR";
    if (!this.#may(entry, WRITE)) return "EACCES";
    if (entry.kind !== "file") return undefined;
    this.#replace(place, { ...entry, content, mtime: this.#volume.now() });
    return undefined;
  }

  mkdir(path: string, mode = 0o755): Errno | undefined {
    const place = this.#locate(path, false);
    if (typeof place === "string") return place;
    if (place.entry || place.name === "") return "EEXIST";
    return this.#put(place, { ...this.#fresh(mode), kind: "directory", inode: newInode(), children: new Map() });
  }

  symlink(target: string, path: string): Errno | undefined {
    const place = this.#locate(path, false);
    if (typeof place === "string") return place;
    if (place.entry) return "EEXIST";
    return this.#put(place, { ...this.#fresh(0o777), kind: "symlink", inode: newInode(), target });
  }

  /** A second name for the file at `from`. */
  link(from: string, to: string): Errno | undefined {
    const source = this.#locate(from, false);
    if (typeof source === "string") return source;
    if (!source.entry) return "ENOENT";
    if (source.entry.kind === "directory") return "EPERM";
    const place = this.#locate(to, false);
    if (typeof place === "string") return place;
    if (place.entry) return "EEXIST";
    const errno = this.#put(place, source.entry);
    if (errno || source.entry.kind !== "file") return errno;
    this.#replace(source, { ...source.entry, links: source.entry.links + 1 });
    return undefined;
  }

  /** Puts an entry under a name as it is, whatever stood there. The way in for copies that keep owner, mode and time. */
  place(path: string, entry: Entry): Errno | undefined {
    const place = this.#locate(path, false);
    if (typeof place === "string") return place;
    if (place.name === "") return "EBUSY";
    if (place.entry) {
      const errno = this.#drop(place);
      if (errno) return errno;
    }
    return this.#put(place, entry);
  }

  /** Removes a name that is not a directory. */
  unlink(path: string): Errno | undefined {
    const place = this.#locate(path, false);
    if (typeof place === "string") return place;
    if (!place.entry) return "ENOENT";
    if (place.entry.kind === "directory") return "EISDIR";
    return this.#drop(place);
  }

  /** Removes an empty directory. */
  rmdir(path: string): Errno | undefined {
    const place = this.#locate(path, false);
    if (typeof place === "string") return place;
    if (!place.entry) return "ENOENT";
    if (place.entry.kind !== "directory") return "ENOTDIR";
    if (place.name === "") return "EBUSY";
    if (place.entry.children.size > 0 || place.entry.bulk) return "ENOTEMPTY";
    return this.#drop(place);
  }

  rename(from: string, to: string): Errno | undefined {
    const source = this.#locate(from, false);
    if (typeof source === "string") return source;
    if (!source.entry) return "ENOENT";
    if (source.name === "") return "EBUSY";
    const target = this.#locate(to, false);
    if (typeof target === "string") return target;
    const inside = [...source.chain, source.name].every((part, i) => target.chain[i] === part);
    if (source.entry.kind === "directory" && inside) return "EINVAL";
    if (target.entry) {
      if (target.entry === source.entry) return undefined;
      if (target.entry.kind === "directory") {
        if (source.entry.kind !== "directory") return "EISDIR";
        if (target.entry.children.size > 0 || target.entry.bulk) return "ENOTEMPTY";
      } else if (source.entry.kind === "directory") return "ENOTDIR";
      const errno = this.#drop(target);
      if (errno) return errno;
    }
    const entry = source.entry.kind === "directory" ? { ...source.entry, inode: newInode() } : { ...source.entry };
    const errno = this.#put(target, entry);
    if (errno) return errno;
    const left = this.#locate(from, false);
    return typeof left === "string" ? left : this.#drop(left, true);
  }

  /** Mode bits; only the owner and root may. A symlink is followed. */
  chmod(path: string, mode: number): Errno | undefined {
    return this.#change(path, true, (entry) => (this.#owns(entry) ? { mode } : "EPERM"));
  }

  /** Owners; only root may give a file away. `follow` false changes a symlink itself. */
  chown(path: string, uid: number | undefined, gid: number | undefined, follow = true): Errno | undefined {
    return this.#change(path, follow, (entry) => {
      const mine = this.#owns(entry) && (uid === undefined || uid === entry.uid);
      if (this.#who.uid !== 0 && !(mine && (gid === undefined || this.#who.groups.includes(gid)))) return "EPERM";
      const mode = entry.kind === "file" ? entry.mode & 0o1777 : entry.mode;
      return { uid: uid ?? entry.uid, gid: gid ?? entry.gid, mode };
    });
  }

  touch(path: string, mtime: number): Errno | undefined {
    return this.#change(path, true, (entry) => (this.#owns(entry) || this.#may(entry, WRITE) ? { mtime } : "EACCES"));
  }

  #change(path: string, follow: boolean, to: (entry: Entry) => Partial<Metadata> | Errno): Errno | undefined {
    const place = this.#locate(path, follow);
    if (typeof place === "string") return place;
    if (!place.entry) return "ENOENT";
    const change = to(place.entry);
    if (typeof change === "string") return change;
    this.#replace(place, { ...place.entry, ...change });
    return undefined;
  }

  #fresh(mode: number): Metadata {
    return { mode, uid: this.#who.uid, gid: this.#who.gid, mtime: this.#volume.now() };
  }

  #owns(entry: Entry): boolean {
    return this.#who.uid === 0 || entry.uid === this.#who.uid;
  }

  #may(entry: Metadata & { kind: string }, bits: number): boolean {
    const { uid, gid, groups } = this.#who;
    if (uid === 0) return !(bits & SEARCH) || entry.kind === "directory" || (entry.mode & 0o111) !== 0;
    const shift = entry.uid === uid ? 6 : entry.gid === gid || groups.includes(entry.gid) ? 3 : 0;
    return ((entry.mode >> shift) & bits) === bits;
  }

  #at(path: string, follow: boolean): Entry | Errno {
    const place = this.#locate(path, follow);
    if (typeof place === "string") return place;
    if (!place.entry) return "ENOENT";
    return path.endsWith("/") && place.entry.kind !== "directory" ? "ENOTDIR" : place.entry;
  }

  /** Walks a path. Every directory on the way must exist and be searchable; what the path names need not. */
  #locate(path: string, follow: boolean): Place | Errno {
    if (path.length > 4096) return "ENAMETOOLONG";
    const todo = partsOf(path).reverse();
    let chain: string[] = [];
    let stack: Directory[] = [this.#volume.root];
    let links = 0;
    while (todo.length > 0) {
      const part = todo.pop() ?? "";
      const here = stack.at(-1) ?? this.#volume.root;
      if (!this.#may(here, SEARCH)) return "EACCES";
      if (part === "..") {
        if (chain.length > 0) {
          chain.pop();
          stack.pop();
        }
        continue;
      }
      if (part.length > 255) return "ENAMETOOLONG";
      const entry = here.children.get(part);
      const last = todo.length === 0;
      if (entry?.kind === "symlink" && (!last || follow || path.endsWith("/"))) {
        if (++links > MAX_LINKS) return "ELOOP";
        if (entry.target.startsWith("/")) {
          chain = [];
          stack = [this.#volume.root];
        }
        todo.push(...partsOf(entry.target).reverse());
        continue;
      }
      if (last) return { chain, name: part, entry };
      if (!entry) return "ENOENT";
      if (entry.kind !== "directory") return "ENOTDIR";
      chain.push(part);
      stack.push(entry);
    }
    const name = chain.pop() ?? "";
    return { chain, name, entry: stack.at(-1) ?? this.#volume.root };
  }

  /** The directory at `chain`, copied if a snapshot holds it, ready to be changed in place. */
  #open(chain: readonly string[]): MutableDirectory {
    const own = (directory: Directory): MutableDirectory => {
      if ((directory as MutableDirectory).owner === this.#volume.token) return directory as MutableDirectory;
      return { ...directory, children: new Map(directory.children), owner: this.#volume.token };
    };
    let here = own(this.#volume.root);
    this.#volume.root = here;
    for (const part of chain) {
      const next = own(here.children.get(part) as Directory);
      here.children.set(part, next);
      here = next;
    }
    return here;
  }

  #parent(place: Place): Directory {
    let here = this.#volume.root;
    for (const part of place.chain) here = here.children.get(part) as Directory;
    return here;
  }

  #put(place: Place, entry: Entry): Errno | undefined {
    const parent = this.#parent(place);
    if (!this.#may(parent, WRITE | SEARCH)) return "EACCES";
    const open = this.#open(place.chain);
    open.children.set(place.name, entry);
    this.#stamp(open);
    return undefined;
  }

  #drop(place: Place, moved = false): Errno | undefined {
    const parent = this.#parent(place);
    if (!this.#may(parent, WRITE | SEARCH)) return "EACCES";
    const { entry } = place;
    if (parent.mode & 0o1000 && entry && !this.#owns(entry) && !this.#owns(parent)) return "EPERM";
    const open = this.#open(place.chain);
    open.children.delete(place.name);
    this.#stamp(open);
    if (!moved && entry?.kind === "file" && entry.links > 1) this.#relink(entry.inode, (file) => ({ ...file, links: file.links - 1 }));
    return undefined;
  }

  #stamp(open: MutableDirectory): void {
    (open as { mtime: number }).mtime = this.#volume.now();
  }

  #replace(place: Place, entry: Entry): void {
    if (place.name === "") {
      this.#volume.root = entry as Directory;
      return;
    }
    if (entry.kind === "file" && entry.links > 1) {
      this.#open(place.chain).children.set(place.name, entry);
      this.#relink(entry.inode, () => entry);
      return;
    }
    this.#open(place.chain).children.set(place.name, entry);
  }

  /** Every name of a hard-linked file gets the new state. Rare, so a walk is good enough. */
  #relink(inode: Inode, change: (file: File) => File): void {
    const walk = (directory: Directory, chain: readonly string[]): void => {
      for (const [name, entry] of directory.children) {
        if (entry.kind === "directory") walk(entry, [...chain, name]);
        else if (entry.kind === "file" && entry.inode === inode) this.#open(chain).children.set(name, change(entry));
      }
    };
    walk(this.#volume.root, []);
  }
}

export const emptyDirectory = (mtime = 0): Directory => ({
  kind: "directory",
  inode: newInode(),
  mode: 0o755,
  uid: 0,
  gid: 0,
  mtime,
  children: new Map(),
});
