import { Content } from "../../vfs/content.ts";
import { dirname, join } from "../../vfs/path.ts";
import { contentOf } from "../text/bytes-text.ts";
import type { Process } from "../process.ts";
import { makeDirectories } from "../packages/python/make-directories.ts";
import type { TrackedFile } from "./objects.ts";

type Files = ReadonlyMap<string, TrackedFile>;

/** How a file of the work tree differs from the commit. */
export interface Difference {
  readonly path: string;
  readonly how: "M" | "D" | "?";
}

const same = (content: Content, file: TrackedFile): boolean => content.text === file.text;

/** What differs between the work tree and a commit's files, in git's order: what is tracked first. */
export function differences(process: Process, top: string, tracked: Files): Difference[] {
  const { files, kernel } = process;
  const found: Difference[] = [];
  for (const [path, file] of tracked) {
    kernel.spend(1);
    const entry = files.lstat(join(top, path));
    if (typeof entry === "string") found.push({ path, how: "D" });
    else if (
      entry.kind !== "file" ||
      !same(entry.content, file) ||
      ((entry.mode & 0o100) !== 0) !== file.executable
    )
      found.push({ path, how: "M" });
  }
  const known = new Set<string>();
  for (const path of tracked.keys())
    for (let at = path; at !== "." && at !== "" && at !== "/"; at = at.includes("/") ? dirname(at) : "")
      known.add(at);
  const walk = (folder: string): void => {
    const names = files.list(join(top, folder));
    for (const name of typeof names === "string" ? [] : names.toSorted()) {
      kernel.spend(1);
      const path = folder === "" ? name : `${folder}/${name}`;
      if (path === ".git") continue;
      const entry = files.lstat(join(top, path));
      const directory = typeof entry !== "string" && entry.kind === "directory";
      if (!known.has(path)) {
        if (!directory || !isEmpty(process, join(top, path)))
          found.push({ path: directory ? `${path}/` : path, how: "?" });
      } else if (directory) walk(path);
    }
  };
  walk("");
  return found;
}

/** A folder that holds no file at any depth: git does not see it. */
function isEmpty(process: Process, folder: string): boolean {
  const entry = process.files.lstat(folder);
  if (typeof entry === "string" || entry.kind !== "directory") return false;
  if (entry.bulk) return false;
  return [...entry.children.keys()].every((name) => {
    process.kernel.spend(1);
    return isEmpty(process, join(folder, name));
  });
}

/** Puts one file of a commit into the work tree. @returns the path that could not be written */
export function putFile(process: Process, top: string, path: string, file: TrackedFile): string | undefined {
  const { files, umask } = process;
  const full = join(top, path);
  if (makeDirectories(files, dirname(full))) return path;
  files.unlink(full);
  const mode = (file.executable ? 0o777 : 0o666) & ~umask;
  return files.write(full, contentOf(file.text), mode) === undefined ? undefined : path;
}

/** Changes the work tree from one commit's files to another's; what was edited and is the same in both stays. */
export function switchFiles(process: Process, top: string, before: Files, after: Files): void {
  for (const path of before.keys()) {
    if (after.has(path)) continue;
    process.files.unlink(join(top, path));
    for (
      let folder = dirname(join(top, path));
      folder !== top && folder.startsWith(top);
      folder = dirname(folder)
    ) {
      if (process.files.rmdir(folder) !== undefined) break;
    }
  }
  for (const [path, file] of after) {
    process.kernel.spend(1);
    const old = before.get(path);
    if (old?.id !== file.id || old.executable !== file.executable) putFile(process, top, path, file);
  }
}

/** Size of `.git/index` with these files (gitformat-index(5), version 2 with the tree extension). */
function indexSize(tracked: Files): number {
  let size = 12 + 20 + 8;
  const folders = new Map<string, { entries: number; folders: number }>([["", { entries: 0, folders: 0 }]]);
  for (const path of tracked.keys()) {
    size += Math.ceil((62 + path.length + 1) / 8) * 8;
    const parts = path.split("/").slice(0, -1);
    for (let depth = 0; depth <= parts.length; depth++) {
      const folder = parts.slice(0, depth).join("/");
      const seen = folders.get(folder);
      if (seen) seen.entries++;
      else {
        folders.set(folder, { entries: 1, folders: 0 });
        const above = folders.get(parts.slice(0, depth - 1).join("/"));
        if (above) above.folders++;
      }
    }
  }
  for (const [folder, { entries, folders: below }] of folders)
    size += folder.slice(folder.lastIndexOf("/") + 1).length + `\0${entries} ${below}\n`.length + 20;
  return size;
}

/** The index as a file: what is in it is the commit that HEAD names. */
export const indexContent = (tracked: Files, tree: string): Content =>
  Content.declared(indexSize(tracked), `git index ${tree}`);
