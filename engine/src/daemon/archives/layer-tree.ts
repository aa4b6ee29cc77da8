import {
  type Directory,
  type Entry,
  type File,
  type Inode,
  type Metadata,
  newInode,
} from "../../vfs/entry.ts";

interface OpenDirectory extends Omit<Directory, "children"> {
  children: Map<string, Entry>;
  mode: number;
  uid: number;
  gid: number;
  mtime: number;
  bulk?: Directory["bulk"];
}

/** An entry before it has an inode. */
type Bare<Kind extends Entry = Exclude<Entry, Directory>> = Kind extends Entry ? Omit<Kind, "inode"> : never;

/** Links from folder to folder that are followed (Linux, MAXSYMLINKS). */
const MOST_LINKS = 40;

/** A tree on which a layer is being laid: folders are copied when they are first changed, times stand as the layer says. */
export class LayerTree {
  readonly #root: OpenDirectory;
  readonly #open = new Map<Directory, OpenDirectory>();
  /** What this layer has put into a folder. */
  readonly #own = new Map<OpenDirectory, Set<string>>();
  readonly #names = new Map<Inode, { readonly folder: OpenDirectory; readonly name: string }[]>();

  constructor(lower: Directory) {
    this.#root = this.#opened(lower);
  }

  #opened(directory: Directory): OpenDirectory {
    const known = this.#open.get(directory);
    if (known) return known;
    const open: OpenDirectory = { ...directory, children: new Map(directory.children) };
    this.#open.set(directory, open);
    this.#open.set(open, open);
    return open;
  }

  /** The folder at a path, made where it is missing; a string is why it cannot be one. */
  #at(path: string): OpenDirectory | string {
    const trail: OpenDirectory[] = [this.#root];
    const todo = path.split("/").reverse();
    let links = 0;
    for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
      const here = trail.at(-1) ?? this.#root;
      if (part === "" || part === ".") continue;
      if (part === "..") {
        if (trail.length > 1) trail.pop();
        continue;
      }
      const entry = here.children.get(part);
      if (entry?.kind === "symlink") {
        if (++links > MOST_LINKS) return `${path}: too many levels of symbolic links`;
        if (entry.target.startsWith("/")) trail.length = 1;
        todo.push(...entry.target.split("/").reverse());
        continue;
      }
      if (entry !== undefined && entry.kind !== "directory") return `mkdir ${path}: not a directory`;
      const open = this.#opened(entry ?? fresh());
      here.children.set(part, open);
      trail.push(open);
    }
    return trail.at(-1) ?? this.#root;
  }

  root({ mode, uid, gid, mtime }: Metadata): void {
    Object.assign(this.#root, { mode, uid, gid, mtime });
  }

  directory(path: string, name: string, metadata: Metadata, bulk: Directory["bulk"]): string | undefined {
    const folder = this.#at(path);
    if (typeof folder === "string") return folder;
    const before = folder.children.get(name);
    const open = this.#opened(before?.kind === "directory" ? before : fresh());
    Object.assign(open, metadata, bulk && { bulk });
    this.#set(folder, name, open);
    return undefined;
  }

  put(path: string, name: string, entry: Bare): string | undefined {
    const folder = this.#at(path);
    if (typeof folder === "string") return folder;
    this.#set(folder, name, { ...entry, inode: newInode() });
    return undefined;
  }

  /** A further name of a file. */
  link(path: string, name: string, target: string): string | undefined {
    const slash = target.lastIndexOf("/");
    const home = this.#at(target.slice(0, slash));
    const folder = this.#at(path);
    if (typeof home === "string") return home;
    if (typeof folder === "string") return folder;
    const last = target.slice(slash + 1);
    const file = home.children.get(last);
    if (file?.kind !== "file") return `link ${target} ${path}/${name}: no such file or directory`;
    const names = this.#names.get(file.inode) ?? [{ folder: home, name: last }];
    this.#names.set(file.inode, [...names, { folder, name }]);
    this.#set(folder, name, file);
    return undefined;
  }

  remove(path: string, name: string): void {
    const folder = this.#at(path);
    if (typeof folder !== "string") folder.children.delete(name);
  }

  /** Takes away what was below and this layer has not put there. */
  emptyOfLower(path: string): void {
    const folder = this.#at(path);
    if (typeof folder === "string") return;
    const own = this.#own.get(folder);
    for (const name of folder.children.keys()) if (!own?.has(name)) folder.children.delete(name);
    delete folder.bulk;
  }

  #set(folder: OpenDirectory, name: string, entry: Entry): void {
    folder.children.set(name, entry);
    const own = this.#own.get(folder) ?? new Set();
    this.#own.set(folder, own.add(name));
  }

  done(): Directory {
    for (const [inode, names] of this.#names) this.#share(inode, names);
    return this.#root;
  }

  /** Every name of a file says how many there are. */
  #share(inode: Inode, names: readonly { readonly folder: OpenDirectory; readonly name: string }[]): void {
    const still = names.filter(({ folder, name }) => {
      const entry = folder.children.get(name);
      return entry?.kind === "file" && entry.inode === inode;
    });
    for (const { folder, name } of still)
      folder.children.set(name, { ...(folder.children.get(name) as File), links: still.length });
  }
}

const fresh = (): Directory => ({
  kind: "directory",
  inode: newInode(),
  mode: 0o755,
  uid: 0,
  gid: 0,
  mtime: 0,
  children: new Map(),
});
