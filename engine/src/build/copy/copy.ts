import { Content } from "../../vfs/content.ts";
import { type Directory, type Entry, newInode } from "../../vfs/entry.ts";
import { FileSystem, ROOT } from "../../vfs/file-system.ts";
import { basename, clean, partsOf } from "../../vfs/path.ts";
import { makeDirectories, rootPath } from "./copy-destination.ts";
import { putFile } from "./copy-file.ts";
import { type CopyOptions, copyOptions } from "./copy-options.ts";
import { copyTree, filesBelow } from "./copy-tree.ts";
import { unpackArchive } from "./copy-unpack.ts";
import type { CopyStep } from "../plan/plan.ts";
import { sourceEntries } from "./source-entries.ts";
import { isWildcard } from "./wildcard.ts";

/** A file or folder that is copied: where it was found, and what is there once links are followed. */
interface Source {
  readonly path: string;
  readonly entry: Entry;
  readonly wildcard: boolean;
}

type Failure = { readonly error: string };

/**
 * Does the work of a COPY or ADD on `target`, as BuildKit's file operation does (solver/llbsolver/file/backend.go and
 * tonistiigi/fsutil, copy.go). `--link` changes nothing: with the overlay2 store the engine cannot merge layers, and the
 * frontend then copies as without it (moby/moby, builder/builder-next/controller.go: MergeOp is disabled).
 *
 * @param isSent whether a folder of the context came to the builder, for a pattern that matches nothing in it
 * @returns the files that were read, in the order of the sources, relative to the root of `source`; `error` is what comes
 * after `failed to solve: `.
 * @throws {EngineError} NOT_SIMULATED where ADD meets an archive that Drydock cannot open.
 */
export function copyInto(
  step: CopyStep,
  source: Directory,
  target: FileSystem,
  isSent: (folder: string) => boolean = () => true,
): { readonly paths: string[] } | Failure {
  const image = target.as(ROOT);
  const options = copyOptions(step, image);
  if ("error" in options) return options;
  const found = findSources(step, source, isSent);
  if ("error" in found) return found;
  const paths: string[] = [];
  for (const each of found) {
    const failure = copySource(step, each, source, image, { ...options, tied: new Map() }, paths);
    if (failure) return failure;
  }
  for (const { path, data } of step.contents) {
    const inline = inlineFile(data, image.now());
    const failure = copySource(step, { path, entry: inline, wildcard: false }, source, image, options, []);
    if (failure) return failure;
  }
  return { paths };
}

/** A pattern without a match is no error, a plain name is (recordings build/copy/wild-nomatch-fs, build/copy/missing). */
function findSources(
  step: CopyStep,
  source: Directory,
  isSent: (folder: string) => boolean,
): Source[] | Failure {
  const tree = new FileSystem(source, () => 0);
  const found: Source[] = [];
  for (const name of step.sources) {
    const matches = sourceEntries(source, [name]);
    if (!matches) return missing(name);
    const wildcard = isWildcard(name);
    const folder = wildcard ? plainFolder(name) : "/";
    if (typeof tree.stat(folder) === "string" || (matches.length === 0 && !isSent(folder)))
      return { error: `lstat ${folder}: no such file or directory` };
    for (const { path, entry } of matches) {
      const followed = entry.kind === "symlink" ? tree.stat(`/${path}`) : entry;
      if (typeof followed === "string") return missing(path);
      found.push({ path, entry: followed, wildcard });
    }
  }
  return found;
}

/** What a pattern begins with, as far as it has no wildcard: that must be there, and of a context be sent for some step. */
function plainFolder(pattern: string): string {
  const parts = partsOf(clean(`/${pattern}`));
  return `/${parts.slice(0, parts.findIndex(isWildcard)).join("/")}`;
}

const missing = (path: string): Failure => ({
  error: `failed to compute cache key: failed to calculate checksum of ref sources: "${clean(`/${path}`)}": not found`,
});

function copySource(
  step: CopyStep,
  { path, entry, wildcard }: Source,
  source: Directory,
  image: FileSystem,
  options: CopyOptions,
  paths: string[],
): Failure | undefined {
  if (wildcard && options.excludes(basename(path))) return undefined;
  if (step.instruction.kind === "ADD" && entry.kind === "file" && step.instruction.unpack !== false) {
    const unpacked = unpackArchive(entry.content, path, step.destination, image, options);
    if (unpacked) {
      paths.push(path);
      return unpacked.error === undefined ? undefined : { error: unpacked.error };
    }
  }
  const place = prepare(step.destination, path, entry, image, options);
  if ("error" in place) return place;
  const { to } = place;
  if (entry.kind !== "directory") {
    if (path !== "" && entry.kind === "file") paths.push(path);
    return putFile(entry, to, image, options);
  }
  const from = entry === source && step.from.kind === "context" ? contextRoot(entry, image.now()) : entry;
  const failure = copyTree(from, to, image, options);
  if (!failure)
    for (const below of filesBelow(from, options)) paths.push(path === "" ? below : `${path}/${below}`);
  return failure;
}

/** Where a source goes: its parents are made, and the folder itself where it is one. */
function prepare(
  destination: string,
  path: string,
  entry: Entry,
  image: FileSystem,
  options: CopyOptions,
): { to: string } | Failure {
  const folder = /\/\.?$/.test(destination)
    ? destination
    : destination.slice(0, destination.lastIndexOf("/") + 1);
  const made = makeDirectories(rootPath(image, folder), image, options);
  if (made) return made;
  let to = rootPath(image, clean(destination));
  const there = image.stat(to);
  const standsThere = typeof there === "string" ? undefined : there;
  if (entry.kind !== "directory" && standsThere?.kind === "directory") to = clean(`${to}/${basename(path)}`);
  const parent = entry.kind === "directory" && !standsThere ? to : to.slice(0, to.lastIndexOf("/")) || "/";
  const more = makeDirectories(parent, image, options);
  return more ?? { to };
}

const inlineFile = (data: string, mtime: number): Entry => ({
  kind: "file",
  inode: newInode(),
  mode: 0o644,
  uid: 0,
  gid: 0,
  mtime,
  content: Content.of(data),
  links: 1,
});

/** The root of a context is not sent: on the builder it is a folder made just now (recording build/copy/symlink-broken). */
const contextRoot = (root: Directory, mtime: number): Directory => ({
  ...root,
  mode: 0o755,
  uid: 0,
  gid: 0,
  mtime,
});
