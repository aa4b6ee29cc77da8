import type { FileState } from "@drydock/engine";
import type { Machine } from "./machine.ts";

/** Where machines come from. */
export interface MachineHost {
  /** A fresh machine with these files in its folder; it takes the place of the one before. */
  machine(files: FileState): Machine;
  /** Ends what runs on the machine, and the machine with it. */
  interrupt(): void;
}
