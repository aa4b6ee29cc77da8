import type { Credentials } from "../vfs/credentials.ts";
import type { Directory } from "../vfs/entry.ts";
import type { Allowances } from "./allowances.ts";
import type { BlackBox } from "./black-boxes/black-box.ts";
import type { Inhabitant, PendingSignal } from "./process.ts";
import type { Waiting } from "./wait/waiting.ts";

/** What not every kernel has: a build step has neither signals nor servers. */
export interface KernelExtras {
  readonly blackBoxes?: readonly BlackBox[] | undefined;
  /** What reaches process 1 while it runs, in order of time. */
  readonly signals?: readonly PendingSignal[] | undefined;
  /** Told of all programs that wait, whenever one of them is another than before. */
  readonly onWaiting?: ((waiting: readonly Waiting[]) => void) | undefined;
  /** Told when a program heeds a signal. */
  readonly onHeed?: (() => void) | undefined;
  /** Told the number of the process that an init hands signals on to. */
  readonly onHandOn?: ((hearer: number) => void) | undefined;
  /** Told what process 1 runs, or the one that hears its signals, and as whom; again whenever another program takes its place. */
  readonly onFirst?: ((argv: readonly string[], pid: number, as: Credentials) => void) | undefined;
  /** Programs of the container that wait already, and belong to other kernels. */
  readonly others?: readonly Waiting[] | undefined;
  readonly inhabitants?: readonly Inhabitant[] | undefined;
  readonly layers?: readonly Directory[] | undefined;
  readonly initialised?: boolean | undefined;
  readonly allowances?: Allowances | undefined;
}
