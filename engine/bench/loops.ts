/** How long a shell takes to go round a loop. */
import type { Timing } from "./measure.ts";
import { stepOf } from "./step-of.ts";

/** 20,000 turns of a loop that tests and counts. */
export const loopTurns = (rounds = 8): Timing =>
  stepOf("debian:trixie-slim", "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done", rounds);
