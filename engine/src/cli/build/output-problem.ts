import { dirname, join } from "../../vfs/path.ts";
import type { Call } from "../command.ts";

/** Why `--output` cannot be written, in the words of moby/sys, atomicwriter; undefined where it can. */
export function outputProblem(call: Call, output: string): string | undefined {
  const path = join(call.directory, output);
  if (!call.files.exists(dirname(path)))
    return `invalid output path: stat ${dirname(output)}: no such file or directory`;
  const there = call.files.lstat(path);
  if (typeof there === "string" || there.kind === "file") return undefined;
  return there.kind === "symlink"
    ? "cannot write to a symbolic link directly"
    : there.kind === "directory"
      ? "cannot write to a directory"
      : "cannot write to a device file";
}
