import type { Ran } from "./machine.ts";

/** The command as it is remembered: what moved while it ran is drawn at once when it is shown again. */
export const withoutFrames = (ran: Ran): Ran =>
  ran.output.some(({ live }) => live && live.frames.length > 0)
    ? {
        ...ran,
        output: ran.output.map((piece) =>
          piece.live ? { ...piece, live: { ...piece.live, frames: [] } } : piece,
        ),
      }
    : ran;
