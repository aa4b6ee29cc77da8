import { sha256 } from "../../core/sha256.ts";
import { encode } from "../../core/bytes.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { partsOf } from "../../vfs/path.ts";
import type { CopyOptions } from "./copy-options.ts";

const MAX_HOPS = 255;

/** The path with its links resolved inside the image, what is missing taken as written (containerd/continuity, fs.RootPath). */
export function rootPath(image: FileSystem, path: string): string {
  const todo = partsOf(path).reverse();
  let done: string[] = [];
  let hops = 0;
  for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
    if (part === "..") {
      done.pop();
      continue;
    }
    const entry = image.lstat(`/${[...done, part].join("/")}`);
    if (typeof entry === "string" || entry.kind !== "symlink" || ++hops > MAX_HOPS) done.push(part);
    else {
      if (entry.target.startsWith("/")) done = [];
      todo.push(...partsOf(entry.target).reverse());
    }
  }
  return `/${done.join("/")}`;
}

/** What the builder's umask leaves of the mode of a folder that it makes on the way [measured on Docker 28.5.2: `--chmod=777`]. */
const MASKED = 0o755;

/** Makes what is missing of a path: 0755 or the octal `--chmod`, owned by root or by `--chown` (fsutil, mkdir.go). */
export function makeDirectories(
  path: string,
  image: FileSystem,
  { owner, changeMode }: Pick<CopyOptions, "owner" | "changeMode">,
): { readonly error: string } | undefined {
  const there = image.stat(path);
  if (typeof there !== "string" && there.kind === "directory") return undefined;
  let at = "";
  for (const part of partsOf(path)) {
    at += `/${part}`;
    const entry = image.stat(at);
    if (typeof entry === "string") {
      const errno = image.mkdir(at, (changeMode?.folders ?? MASKED) & MASKED);
      if (errno) return { error: `mkdir ${at}: not a directory` };
      if (owner) image.chown(at, owner.uid, owner.gid);
    } else if (entry.kind !== "directory") return { error: `mkdir ${at}: not a directory` };
  }
  return undefined;
}

/** The path as the engine's host sees it. The directory's name is random there; here it follows from the path. */
export const mergedPath = (path: string): string =>
  `/var/lib/docker/overlay2/${BigInt(`0x${sha256(encode(path))}`)
    .toString(36)
    .slice(0, 25)}/merged${path}`;
