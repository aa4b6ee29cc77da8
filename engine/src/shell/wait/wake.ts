import type { FileSystem } from "../../vfs/file-system.ts";
import { ContainerKernel } from "../kernel.ts";
import { limitedOutput } from "../limited-output.ts";
import type { Network } from "../process.ts";
import { programs } from "../programs/index.ts";
import { mount } from "../start/mounts.ts";
import { awakeIn } from "../start/awake-in.ts";
import type { Awake, Waiting, Woken } from "./waiting.ts";
import { withinLimits } from "../within-limits.ts";

/** The container in which a program wakes up. */
export interface Bed {
  /** Changed in place; /dev, /proc and /sys are mounted meanwhile. */
  readonly files: FileSystem;
  readonly clock: { now(): number; elapse(milliseconds: number): void };
  readonly onOutput: (stream: "stdout" | "stderr", text: string) => void;
  readonly hostname: string;
  readonly network: Network;
  /** Others of the container that wait. */
  readonly others: readonly Waiting[];
}

const byName = new Map(programs.map((program) => [program.name, program]));

/** Lets something reach a program that waits. @throws {EngineError} NOT_SIMULATED, LIMIT */
export function wake<T extends Woken | undefined>(bed: Bed, reach: (awake: Awake) => T): T {
  const kernel = new ContainerKernel(byName, bed.clock, bed.hostname, bed.network, undefined, {
    others: bed.others,
    onWaiting: () => undefined,
  });
  const unmount = mount(bed.files);
  try {
    const awake = awakeIn(kernel, bed.files, limitedOutput(bed.onOutput));
    return withinLimits(() => reach(awake));
  } finally {
    kernel.flush();
    unmount();
  }
}
