import { DEVICE_NUMBERS } from "./device-numbers.ts";
import { concat } from "../core/bytes.ts";
import type { Content } from "./content.ts";
import { type Change, diff } from "./diff.ts";
import type { Directory, Entry, Inode } from "./entry.ts";
import { dirname } from "./path.ts";
import { type TarHeader, padding, tarHeader } from "./tar-header.ts";

const BLOCK = 512;
/** Two blocks of zeros end a tar. */
const END = 2 * BLOCK;

/**
 * The layer between two trees as an uncompressed tar, as Docker's overlay2 store writes it: walk order, directories of
 * what changed included, `.wh.NAME` for what is deleted, `.wh..wh..opq` in a directory that replaces another, later names
 * of one file as links, 1024 zero bytes at the end (recordings build/instr/run-rm-later-layer, run-rmdir-opaque).
 *
 * Content that is only declared has no bytes here: its member is empty, and a pax record `DRYDOCK.size` has its size;
 * `DRYDOCK.bulk` of a directory has the number and bytes of files that are counted and not listed.
 */
export function layerTar(lower: Directory, upper: Directory): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const { header, content } of members(lower, upper)) {
    parts.push(tarHeader(header));
    if (content?.bytes) parts.push(content.bytes, padding(content.size));
  }
  parts.push(new Uint8Array(END));
  return concat(parts);
}

/**
 * How long the tar would be if every byte of its files were here: what Docker says of a base's layer [recording
 * cli/images/save-manifest]. Files that are counted and not listed take a header and half a block of padding each.
 */
export function layerTarSize(lower: Directory, upper: Directory): number {
  let size = END;
  for (const { header, content, bulk } of members(lower, upper)) {
    const { records: _, ...plain } = header;
    size += tarHeader(content ? { ...plain, size: content.size } : plain).length;
    if (content) size += content.size + padding(content.size).length;
    if (bulk) size += bulk.bytes + bulk.files * (BLOCK + BLOCK / 2);
  }
  return size;
}

interface Member {
  readonly header: TarHeader;
  /** Of a file that is here for the first time. */
  readonly content?: Content;
  readonly bulk?: Directory["bulk"];
}

/** What stands in the layer's tar, in its order. */
function* members(lower: Directory, upper: Directory): Generator<Member> {
  const first = new Map<Inode, string>();
  let whiteout: string | undefined;
  for (const change of diff(lower, upper)) {
    const name = change.path.slice(1);
    if (!change.entry) {
      yield { header: whiteoutOf(name, upper, change.path, whiteout) };
      whiteout ??= name;
      continue;
    }
    const { entry } = change;
    const source = entry.kind === "file" && entry.links > 1 ? first.get(entry.inode) : undefined;
    if (source === undefined && entry.kind === "file") first.set(entry.inode, name);
    const below = lowerBulk(lower, change);
    const header = memberOf(name, entry, source, below);
    if (entry.kind === "file" && source === undefined) yield { header, content: entry.content };
    else yield { header, bulk: entry.kind === "directory" ? bulkOf(entry, below) : undefined };
    if (change.opaque) yield { header: opaqueOf(name, entry) };
  }
}

/** Sum of the sizes of files in the layer, each inode once: what `docker history` shows. Directories, links and whiteouts are 0. */
export function layerSize(lower: Directory, upper: Directory): number {
  let size = 0;
  const seen = new Set<Inode>();
  for (const change of diff(lower, upper)) {
    const { entry } = change;
    if (entry?.kind === "file" && !seen.has(entry.inode)) {
      size += entry.content.size;
      if (entry.links > 1) seen.add(entry.inode);
    } else if (entry?.kind === "directory") size += bulkOf(entry, lowerBulk(lower, change))?.bytes ?? 0;
  }
  return size;
}

/** What a layer holds of unlisted files: what was added to those below, or all where they were written anew. */
function bulkOf({ bulk }: Directory, below: Directory["bulk"]): Directory["bulk"] {
  if (!bulk || bulk === below) return undefined;
  if (!below || bulk.bytes <= below.bytes) return bulk;
  return { files: Math.max(0, bulk.files - below.files), bytes: bulk.bytes - below.bytes };
}

/** The bulk that the same directory had below; it is part of the lower layer then. */
function lowerBulk(lower: Directory, { path, kind, entry, opaque }: Change): Directory["bulk"] {
  if (kind !== "C" || opaque || entry?.kind !== "directory" || !entry.bulk) return undefined;
  const before = at(lower, path);
  return before?.kind === "directory" ? before.bulk : undefined;
}

function at(root: Directory, path: string): Entry | undefined {
  let here: Entry | undefined = root;
  for (const part of path.split("/")) {
    if (part !== "") here = here?.kind === "directory" ? here.children.get(part) : undefined;
  }
  return here;
}

function memberOf(
  name: string,
  entry: Entry,
  source: string | undefined,
  bulkBelow: Directory["bulk"],
): TarHeader {
  const { mode, uid, gid, mtime } = entry;
  const common = { name, mode, uid, gid, size: 0, mtime: Math.floor(mtime) };
  switch (entry.kind) {
    case "directory": {
      const bulk = bulkOf(entry, bulkBelow);
      const records = bulk ? { records: { "DRYDOCK.bulk": `${bulk.files} ${bulk.bytes}` } } : {};
      return { ...common, ...records, type: "directory", name: `${name}/` };
    }
    case "symlink":
      return { ...common, type: "symlink", link: entry.target };
    case "device": {
      const device = DEVICE_NUMBERS.get(entry.name);
      return device
        ? { ...common, type: "device", device }
        : { ...common, type: "symlink", link: "/proc/self/fd" };
    }
    case "file": {
      if (source !== undefined) return { ...common, type: "link", link: source };
      const { content } = entry;
      if (content.bytes) return { ...common, type: "file", size: content.size };
      return { ...common, type: "file", records: { "DRYDOCK.size": String(content.size) } };
    }
  }
}

/** Whiteouts of one layer share an inode, so all but the first carry the name of the first (recording build/instr/run-tmp-noclean). */
function whiteoutOf(name: string, upper: Directory, path: string, first: string | undefined): TarHeader {
  const slash = name.lastIndexOf("/") + 1;
  const mtime = Math.floor(at(upper, dirname(path))?.mtime ?? 0);
  return {
    name: `${name.slice(0, slash)}.wh.${name.slice(slash)}`,
    type: "file",
    mode: 0o600,
    uid: 0,
    gid: 0,
    size: 0,
    mtime,
    ...(first !== undefined && { link: first }),
  };
}

const opaqueOf = (name: string, { mode, uid, gid, mtime }: Entry): TarHeader => ({
  name: `${name}/.wh..wh..opq`,
  type: "file",
  mode,
  uid,
  gid,
  size: 0,
  mtime: Math.floor(mtime),
});
