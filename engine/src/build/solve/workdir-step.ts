import { strerror } from "../../vfs/errno.ts";
import type { Directory } from "../../vfs/entry.ts";
import { FileSystem } from "../../vfs/file-system.ts";
import { partsOf } from "../../vfs/path.ts";
import { cost } from "./cost.ts";
import { type Outcome, failed } from "./outcome.ts";
import type { WorkdirStep } from "../plan/plan.ts";
import { stepOwner } from "./step-owner.ts";

/** Symlinks that Linux follows on one way. */
const LINKS = 40;

/**
 * Where a path leads inside a root file system: symlinks are followed, and what is missing is taken as written. Fails where the way
 * goes through a file, or round in circles (continuity's `fs.RootPath`; words as measured on BuildKit 0.25.2).
 */
function rootPath(files: FileSystem, path: string): readonly string[] | { readonly error: string } {
  const left = partsOf(path);
  const way: string[] = [];
  let links = 0;
  let once = path;
  for (let part = left.shift(); part !== undefined; part = left.shift()) {
    if (part === "..") {
      way.pop();
      continue;
    }
    const here = `/${[...way, part].join("/")}`;
    const entry = files.lstat(here);
    if (typeof entry !== "string" && entry.kind === "symlink") {
      if (++links > LINKS) return { error: `lstat ${once}: ${strerror.ELOOP.toLowerCase()}` };
      if (entry.target.startsWith("/")) way.length = 0;
      left.unshift(...partsOf(entry.target));
      if (links === 1) once = `/${[...way, ...left].join("/")}`;
      continue;
    }
    if (typeof entry !== "string" && entry.kind !== "directory" && left[0] !== undefined)
      return { error: `lstat ${here}/${left[0]}: ${strerror.ENOTDIR.toLowerCase()}` };
    way.push(part);
  }
  return way;
}

/**
 * Makes the directory of a WORKDIR, missing parents too: mode 0755, all that are new belong to the USER of this point
 * [measured on Docker 28.5.2]; a directory that exists is left as it is.
 */
export function workdirStep(step: WorkdirStep, tree: Directory, begin: number): Outcome {
  const files = new FileSystem(tree, () => step.time ?? Math.floor(begin / 1000));
  const owner = stepOwner(files, step.user);
  const way = rootPath(files, step.path);
  if ("error" in way) return failed(way.error, cost.workdir);
  for (let i = 1; i <= way.length; i++) {
    const path = `/${way.slice(0, i).join("/")}`;
    const entry = files.stat(path);
    if (typeof entry !== "string") {
      if (entry.kind !== "directory") return failed(`mkdir ${path}: not a directory`, cost.workdir);
      continue;
    }
    const errno = files.mkdir(path, 0o755);
    if (errno) return failed(`mkdir ${path}: ${strerror[errno].toLowerCase()}`, cost.workdir);
    if (owner) files.chown(path, owner.uid, owner.gid);
  }
  return {
    kind: "done",
    tree: files.snapshot(),
    log: [],
    started: [],
    copied: [],
    mounts: new Map(),
    duration: cost.workdir,
  };
}
