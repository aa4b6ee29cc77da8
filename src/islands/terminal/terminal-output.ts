import type { OutputPiece } from "../../session/machine/machine.ts";
import { colourOutput } from "./colour-output.ts";

/** Bytes for a terminal, `at` milliseconds after the command began. */
export interface TerminalPiece {
  readonly at: number;
  readonly text: string;
}

/** What output is on a terminal: builds, pulls and pushes move there where something may move, and leave their last state. */
export const terminalOutput = (output: readonly OutputPiece[], moving: boolean): readonly TerminalPiece[] =>
  output.flatMap(({ at, text, live }) => {
    if (!live) return [{ at, text: colourOutput(text) }];
    if (!moving || live.frames.length === 0) return [{ at, text: live.still }];
    const began = at - (live.frames.at(-1)?.at ?? 0);
    return live.frames.map((frame) => ({ at: began + frame.at, text: frame.text }));
  });
