import { fromBase64, toBase64 } from "../core/base64.ts";
import { encode, equalBytes } from "../core/bytes.ts";
import { notSimulated } from "../core/engine-error.ts";
import { Content } from "../vfs/content.ts";
import { type Directory, type Entry, type Metadata, newInode } from "../vfs/entry.ts";
import { emptyDirectory } from "../vfs/file-system.ts";
import { clean, partsOf } from "../vfs/path.ts";

/** What stands at one path: its text, its bytes, where a link points, or text with a mode such as `"0755"`. */
export type FileStateEntry =
  | string
  | { readonly base64: string; readonly mode?: string | undefined }
  | { readonly link: string }
  | { readonly text: string; readonly mode?: string | undefined };

/** A whole folder as JSON, by path. A path that ends in `/` is a directory, needed only where it is empty or has a mode. */
export type FileState = Readonly<Record<string, FileStateEntry>>;

const FILE_MODE = 0o644;
const DIRECTORY_MODE = 0o755;

type Draft = Omit<Directory, "children"> & { children: Map<string, Entry> };

/**
 * The tree of a file state, owned by root, every time `mtime`.
 *
 * Paths cannot leave the root (`../a` is `a`); where a path is a file to one and a folder to another, the folder wins.
 */
export function treeOf(state: FileState, mtime = 0): Directory {
  const root = emptyDirectory(mtime) as Draft;
  for (const [path, value] of Object.entries(state)) {
    const parts = partsOf(clean(`/${path}`));
    const name = parts.pop();
    if (name === undefined) continue;
    let here = root;
    for (const part of parts) here = folder(here, part, mtime);
    if (path.endsWith("/")) {
      const mode = typeof value === "object" && "mode" in value ? value.mode : undefined;
      const made = folder(here, name, mtime);
      if (mode !== undefined) here.children.set(name, { ...made, mode: parseInt(mode, 8) });
    } else if (here.children.get(name)?.kind !== "directory") {
      here.children.set(name, entryOf(path, value, mtime));
    }
  }
  return root;
}

function folder(parent: Draft, name: string, mtime: number): Draft {
  const there = parent.children.get(name);
  if (there?.kind === "directory") return there as Draft;
  const made = emptyDirectory(mtime) as Draft;
  parent.children.set(name, made);
  return made;
}

function entryOf(path: string, value: FileStateEntry, mtime: number): Entry {
  const common = (mode: number): Metadata => ({ mode, uid: 0, gid: 0, mtime });
  if (typeof value === "object" && "link" in value) {
    return { kind: "symlink", inode: newInode(), ...common(0o777), target: value.link };
  }
  const mode =
    typeof value === "object" && value.mode !== undefined ? parseInt(value.mode, 8) & 0o7777 : FILE_MODE;
  let data: Uint8Array | string;
  if (typeof value === "string") data = value;
  else if ("text" in value) data = value.text;
  else {
    const bytes = fromBase64(value.base64);
    if (!bytes) throw notSimulated(`the base64 text of ${path}`, "have bytes there");
    data = bytes;
  }
  return { kind: "file", inode: newInode(), ...common(mode), content: Content.of(data), links: 1 };
}

/**
 * The file state of a tree: `treeOf(stateOf(tree))` has the same paths, bytes, modes and links. Owners and times are left out.
 * @throws {EngineError} NOT_SIMULATED for a file whose bytes are not known.
 */
export function stateOf(tree: Directory): FileState {
  const state = new Map<string, FileStateEntry>();
  const walk = (directory: Directory, prefix: string): void => {
    for (const [name, entry] of [...directory.children].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const path = prefix + name;
      if (entry.kind === "directory") {
        if (entry.mode !== DIRECTORY_MODE) state.set(`${path}/`, { text: "", mode: octal(entry.mode) });
        else if (entry.children.size === 0) state.set(`${path}/`, "");
        walk(entry, `${path}/`);
      } else if (entry.kind === "symlink") state.set(path, { link: entry.target });
      else if (entry.kind === "file") state.set(path, stateOfFile(path, entry.content, entry.mode));
    }
  };
  walk(tree, "");
  return Object.fromEntries(state);
}

function stateOfFile(path: string, content: Content, mode: number): FileStateEntry {
  const { bytes, text } = content;
  if (bytes === undefined || text === undefined) throw notSimulated(`the bytes of ${path}`, "have them");
  const special = mode === FILE_MODE ? {} : { mode: octal(mode) };
  if (!equalBytes(encode(text), bytes)) return { base64: toBase64(bytes), ...special };
  return mode === FILE_MODE ? text : { text, ...special };
}

const octal = (mode: number): string => `0${mode.toString(8).padStart(3, "0")}`;
