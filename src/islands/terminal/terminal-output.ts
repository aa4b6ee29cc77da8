import type { OutputPiece, Ran } from "../../session/machine.ts";

/**
 * What a command says on a terminal of that size: builds, pulls and pushes move there, and the screen keeps their last state.
 * No rows: nothing moves.
 */
export const terminalOutput = (ran: Ran, columns: number, rows: number): readonly OutputPiece[] =>
  ran.output.flatMap((piece): readonly OutputPiece[] => {
    const { at, stream, live } = piece;
    if (!live) return [piece];
    if (rows === 0) return [{ at, stream, text: live.still(columns), live }];
    const frames = live.frames({ columns, rows });
    const began = at - (frames.at(-1)?.at ?? 0);
    return frames.map((frame) => ({ at: began + frame.at, stream, text: frame.text, live }));
  });
