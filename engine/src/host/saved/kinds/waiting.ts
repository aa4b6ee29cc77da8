import type { Waiting } from "../../../shell/waiting.ts";
import { CannotKeep } from "../cannot-keep.ts";
import { DamagedGraph } from "../damaged-graph.ts";
import type { Kind } from "../kind.ts";

/**
 * A program that waits in a container. Its memory is here and now: it comes back by being run again, so a state that holds
 * one is never written; whoever saves goes back to the state before it and keeps the lines typed since.
 */
export const waitingKind: Kind<Waiting> = {
  name: "waiting",
  is: (value): value is Waiting => "answer" in value && typeof value.answer === "function",
  pack() {
    throw new CannotKeep("a program that runs in a container");
  },
  unpack() {
    throw new DamagedGraph("a running program was written");
  },
};
