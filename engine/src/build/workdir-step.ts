import type { Directory } from "../vfs/entry.ts";
import { FileSystem } from "../vfs/file-system.ts";
import { partsOf } from "../vfs/path.ts";
import { cost } from "./cost.ts";
import { type Outcome, failed } from "./outcome.ts";
import type { WorkdirStep } from "./plan.ts";
import { stepOwner } from "./step-owner.ts";

/**
 * Makes the directory of a WORKDIR, missing parents too: mode 0755, the last one belongs to the USER of this point
 * (recordings build/instr/workdir-*; a directory that exists is left as it is).
 */
export function workdirStep(step: WorkdirStep, tree: Directory, begin: number): Outcome {
  const files = new FileSystem(tree, () => step.time ?? Math.floor(begin / 1000));
  const owner = stepOwner(files, step.user);
  const parts = partsOf(step.path);
  for (let i = 1; i <= parts.length; i++) {
    const path = `/${parts.slice(0, i).join("/")}`;
    const entry = files.stat(path);
    if (typeof entry !== "string") {
      if (entry.kind !== "directory") return failed(`mkdir ${path}: not a directory`, cost.workdir);
      continue;
    }
    const errno = files.mkdir(path, 0o755);
    if (errno) return failed(`mkdir ${path}: ${errno}`, cost.workdir);
    if (owner && i === parts.length) files.chown(path, owner.uid, owner.gid);
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
