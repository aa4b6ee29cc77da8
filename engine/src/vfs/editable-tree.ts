import type { Directory, Entry, File, Inode } from "./entry.ts";
import { directoryAt } from "./locate.ts";

/** A directory that nobody but the tree holds. */
export type OpenDirectory = { -readonly [Key in keyof Directory]: Directory[Key] } & {
  children: Map<string, Entry>;
};

/**
 * A tree of immutable directories that is changed in place where nobody else can see it.
 *
 * The first change to a directory copies it and the directories above; then the copy is ours until `freeze`. So 500
 * writes to one directory copy it once, and a snapshot costs nothing.
 */
export class EditableTree {
  root: Directory;
  /** How many changes there have been. */
  edits = 0;
  /** Directories and their maps made since the last freeze. */
  #ours = new Set<object>();

  constructor(root: Directory) {
    this.root = root;
  }

  /** The tree as it is now; no later change touches it. */
  freeze(): Directory {
    this.#ours = new Set();
    return this.root;
  }

  /** The tree is that one from now on, and its directories are others'. */
  reset(root: Directory): void {
    this.freeze();
    this.edits++;
    this.root = root;
  }

  /** The directory at `chain`, which exists, ready to be changed in place. */
  open(chain: readonly string[]): OpenDirectory {
    this.edits++;
    let here = this.#own(this.root);
    this.root = here;
    for (const part of chain) {
      const next = this.#own(here.children.get(part) as Directory);
      here.children.set(part, next);
      here = next;
    }
    return here;
  }

  /** The directory at `chain`, which exists, to be looked at. */
  at(chain: readonly string[]): Directory {
    return directoryAt(this.root, chain);
  }

  /** Puts an entry under a name. A directory that came out of this very tree is frozen first, or two places would be one. */
  set(chain: readonly string[], name: string, entry: Entry): OpenDirectory {
    if (entry.kind === "directory" && (this.#ours.has(entry) || this.#ours.has(entry.children)))
      this.freeze();
    const directory = this.open(chain);
    directory.children.set(name, entry);
    return directory;
  }

  /** Every name of a hard-linked file gets the new state. Rare, so a walk over all is good enough. */
  relink(inode: Inode, change: (file: File) => File): void {
    const found: [chain: string[], name: string, file: File][] = [];
    const walk = (directory: Directory, chain: readonly string[]): void => {
      for (const [name, entry] of directory.children) {
        if (entry.kind === "directory") walk(entry, [...chain, name]);
        else if (entry.kind === "file" && entry.inode === inode) found.push([[...chain], name, entry]);
      }
    };
    walk(this.root, []);
    for (const [chain, name, file] of found) this.open(chain).children.set(name, change(file));
  }

  #own(directory: Directory): OpenDirectory {
    if (this.#ours.has(directory)) return directory as OpenDirectory;
    const copy = { ...directory, children: new Map(directory.children) };
    this.#ours.add(copy).add(copy.children);
    return copy;
  }
}
