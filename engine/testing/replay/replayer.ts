import createHost from "../oracle.ts";
import { grounds } from "./grounds.ts";
import { loadBases } from "./load-bases.ts";
import type { Machine } from "./machine.ts";
import { replay, type StepResult } from "./replay.ts";
import type { Transcript } from "./transcript.ts";

/** Replays transcripts on fresh machines of the engine, all with the recorded bases. */
export function replayer(): (transcript: Transcript) => StepResult[] {
  const bases = loadBases();
  const groundOf = grounds(bases);
  return (transcript) =>
    replay(transcript, createHost({ bases } as Parameters<typeof createHost>[0]) as Machine, groundOf);
}
