import { isText, objectOf } from "../../../core/shape.ts";
import { revive } from "../../../shell/wait/revive.ts";
import type { KeptProgram, Waiting } from "../../../shell/wait/waiting.ts";
import { DamagedGraph } from "../damaged-graph.ts";
import type { Kind } from "../kind.ts";

const isKept = objectOf<KeptProgram>({ program: isText });

/** A program that waits in a container. */
export const waitingKind: Kind<Waiting> = {
  name: "waiting",
  is: (value): value is Waiting => "answer" in value && typeof value.answer === "function",
  pack: ({ kept }) => kept,
  unpack(packed) {
    const waiting = isKept(packed) ? revive(packed) : undefined;
    if (!waiting) throw new DamagedGraph("a program that waits is none");
    return waiting;
  },
};
