import { Content } from "../../vfs/content.ts";
import { type Directory, type Entry, type File, newInode } from "../../vfs/entry.ts";
import { dpkgStanza, readDpkgRow } from "../../shell/packages/dpkg-status.ts";
import { automaticStanza } from "../../shell/packages/apt/apt-state.ts";
import { programName } from "../../shell/packages/program-name.ts";
import { printingFile } from "../../shell/start/printing-file.ts";
import { apkStanza, readApkRow } from "../../shell/packages/apk-database.ts";

/**
 * The files of one layer of a base image, as data.
 *
 * `directories` maps a path without leading slash to its tokens, one a name, separated by spaces:
 *
 * | token | is |
 * |---|---|
 * | `passwd:` | a file whose text stands in `texts` |
 * | `fstab:37` | a file of 37 bytes that Drydock does not hold |
 * | `ls*151344`, `mawk*166328=awk` | an executable (mode 0755): the program of its own name, or the one after `=` |
 * | `sh>dash` | a symlink |
 * | `perl5.40.1~/usr/bin/perl` | a hard link to a file that was listed before |
 * | `+984,43099130` | files below that are counted and not listed: how many, how many bytes |
 * | `/!1777` | mode (and owner) of the directory itself |
 *
 * `!4755` after a file gives its mode, `@0:42` its owners. Only what differs from root, 0644 (0755) is written.
 */
export interface LayerFiles {
  /** Tells listings apart. */
  readonly name: string;
  /** Where it was read. */
  readonly source: string;
  /** Seconds since 1970, for every file of the layer. */
  readonly mtime: number;
  readonly directories: Readonly<Record<string, string>>;
  readonly texts?: Readonly<Record<string, string>>;
  /** Programs that only print, by path, with what they print. */
  readonly prints?: Readonly<Record<string, string>>;
  /** Lines that the layer adds to a file of the layers below: its user in `etc/passwd`. */
  readonly appends?: Readonly<Record<string, string>>;
  /** Rows of the dpkg database, `name|version|KiB|architecture|section|priority|summary`; `!` after the priority: essential. */
  readonly packages?: readonly string[];
  /** Rows of the apk database, `name|version|bytes|summary`. */
  readonly apk?: readonly string[];
}

interface OpenDirectory extends Omit<Directory, "children" | "bulk" | "mtime"> {
  mtime: number;
  children: Map<string, Entry>;
  bulk?: Directory["bulk"];
}

const TOKEN = /^([^>:*~!@]+)(?:>(.*)|~\/(.*)|([:*])(\d*)(?:=([^!@]+))?)?(?:!([0-7]+))?(?:@(\d+):(\d+))?$/;

/**
 * Lays one layer's listings over a tree.
 *
 * `size` is what the layer weighs in all: what the listings do not account for is counted at the directory `rest`, or
 * nowhere if that is empty (docker counts the targets of links, which weigh nothing here).
 * @throws {Error} where the data is wrong, which the tests of the bases would have shown.
 */
export function applyLayerFiles(
  lower: Directory,
  listings: readonly LayerFiles[],
  size: number,
  rest: string,
): Directory {
  let mtime = 0;
  const opened = new Map<string, OpenDirectory>();
  const root: OpenDirectory = {
    ...lower,
    mtime: listings.at(-1)?.mtime ?? lower.mtime,
    children: new Map(lower.children),
  };
  opened.set("", root);
  let weight = 0;

  const open = (path: string): OpenDirectory => {
    const known = opened.get(path);
    if (known) return known;
    const slash = path.lastIndexOf("/");
    const parent = open(slash < 0 ? "" : path.slice(0, slash));
    const name = path.slice(slash + 1);
    const below = parent.children.get(name);
    const fresh: OpenDirectory =
      below?.kind === "directory"
        ? { ...below, children: new Map(below.children) }
        : { kind: "directory", inode: newInode(), mode: 0o755, uid: 0, gid: 0, mtime, children: new Map() };
    parent.children.set(name, fresh);
    opened.set(path, fresh);
    return fresh;
  };

  const put = (path: string, content: Content, mode: number, uid = 0, gid = 0): void => {
    weight += content.size;
    const slash = path.lastIndexOf("/");
    const file: File = { kind: "file", inode: newInode(), mode, uid, gid, mtime, content, links: 1 };
    const folder = open(slash < 0 ? "" : path.slice(0, slash));
    folder.children.set(path.slice(slash + 1), file);
    folder.mtime = mtime;
  };

  /** A second name: both names get the same entry, with one link more. */
  const link = (target: string, path: string): void => {
    const slash = target.lastIndexOf("/");
    const home = open(target.slice(0, slash));
    const first = home.children.get(target.slice(slash + 1));
    if (first?.kind !== "file") throw new Error(`base image data: no file ${target} to link ${path} to`);
    const cut = path.lastIndexOf("/");
    open(path.slice(0, Math.max(cut, 0))).children.set(path.slice(cut + 1), first);
    linked.set(first, [...(linked.get(first) ?? [target]), path]);
  };
  const linked = new Map<File, string[]>();

  const list = (files: LayerFiles, path: string, tokens: string): void => {
    const here = open(path);
    for (const token of tokens.split(" ")) {
      if (token === "") continue;
      here.mtime = mtime;
      if (token.startsWith("+")) {
        const [count = 0, bytes = 0] = token.slice(1).split(",").map(Number);
        weight += bytes;
        here.bulk = { files: (here.bulk?.files ?? 0) + count, bytes: (here.bulk?.bytes ?? 0) + bytes };
        continue;
      }
      const match = TOKEN.exec(token);
      if (!match) throw new Error(`base image data: ${path}: ${token}`);
      const [, name = "", target, first, kind, bytes, program, mode, uid, gid] = match;
      const owner = { uid: Number(uid ?? 0), gid: Number(gid ?? 0) };
      const full = path ? `${path}/${name}` : name;
      if (name === "/") Object.assign(here, owner, mode ? { mode: Number.parseInt(mode, 8) } : {});
      else if (target !== undefined) {
        here.children.set(name, { kind: "symlink", inode: newInode(), mode: 0o777, ...owner, mtime, target });
      } else if (first !== undefined) link(first, full);
      else {
        const text = files.texts?.[full];
        const mark = kind === "*" ? (program ?? programName(name)) : undefined;
        const identity = `${files.name}: /${full}`;
        const printed = files.prints?.[full];
        const content =
          printed !== undefined
            ? printingFile(Number(bytes), identity, printed)
            : text === undefined
              ? Content.declared(Number(bytes), identity, mark)
              : Content.of(text, mark);
        put(full, content, mode ? Number.parseInt(mode, 8) : mark ? 0o755 : 0o644, owner.uid, owner.gid);
      }
    }
  };
  for (const files of listings) {
    mtime = files.mtime;
    for (const [path, tokens] of Object.entries(files.directories)) list(files, path, tokens);
  }
  for (const [file, names] of linked) {
    const shared: File = { ...file, links: names.length };
    for (const name of names) {
      const slash = name.lastIndexOf("/");
      open(name.slice(0, slash)).children.set(name.slice(slash + 1), shared);
    }
  }

  const append = (path: string, text: string): void => {
    if (text === "") return;
    const slash = path.lastIndexOf("/");
    const old = open(path.slice(0, slash)).children.get(path.slice(slash + 1));
    put(path, Content.of((old?.kind === "file" ? (old.content.text ?? "") : "") + text), 0o644);
  };
  for (const { appends = {} } of listings)
    for (const [path, text] of Object.entries(appends)) append(path, text);
  append(
    "var/lib/dpkg/status",
    listings.flatMap(({ packages = [] }) => packages.map((row) => dpkgStanza(readDpkgRow(row)))).join(""),
  );
  // What debootstrap puts in counts as needed by others, so that `apt-mark showmanual` is clean (debuerreotype, debuerreotype-init).
  append(
    "var/lib/apt/extended_states",
    listings
      .filter(({ name }) => name.startsWith("debian-"))
      .flatMap(({ packages = [] }) => packages.map((row) => automaticStanza(readDpkgRow(row).name)))
      .join(""),
  );
  append(
    "lib/apk/db/installed",
    listings.flatMap(({ apk = [] }) => apk.map((row) => apkStanza(readApkRow(row)))).join(""),
  );

  const difference = size - weight;
  if (difference < 0)
    throw new Error(`base image data: ${listings.at(-1)?.name}: ${-difference} bytes too many`);
  if (difference > 0 && rest !== "") {
    const here = open(rest);
    here.bulk = { files: here.bulk?.files ?? 0, bytes: (here.bulk?.bytes ?? 0) + difference };
  }
  return root;
}
