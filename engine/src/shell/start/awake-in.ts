import type { FileSystem } from "../../vfs/file-system.ts";
import type { ContainerKernel } from "../kernel.ts";
import type { Output } from "../process.ts";
import { TextInput } from "../streams/text-input.ts";
import type { Awake } from "../wait/waiting.ts";
import { RunningProcess } from "./running-process.ts";

/** The container of this kernel as a program finds it that wakes up in it. */
export function awakeIn(
  kernel: ContainerKernel,
  files: FileSystem,
  output: Readonly<Record<"stdout" | "stderr", Output>>,
): Awake {
  const awake: Awake = {
    files,
    process: ({ argv, pid, since: _since, ...world }) =>
      new RunningProcess(
        kernel,
        files.as(world.credentials),
        argv,
        { ...world, env: new Map(world.env), stdin: new TextInput(""), ...output },
        pid,
      ),
  };
  kernel.awake = awake;
  return awake;
}
