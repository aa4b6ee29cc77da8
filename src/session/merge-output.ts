import type { OutputPiece } from "./machine.ts";

/** What a terminal keeps of one command: more than its scrollback holds, and little enough to print at once. */
const LONGEST = 500_000;

/** Joins what was written at one moment to one stream, so that an endless loop is one piece; of very much, the end stays. */
export const mergeOutput = (output: readonly OutputPiece[]): readonly OutputPiece[] => {
  const merged: { at: number; stream: OutputPiece["stream"]; texts: string[] }[] = [];
  for (const { at, stream, text } of output) {
    const last = merged.at(-1);
    if (last && last.at === at && last.stream === stream) last.texts.push(text);
    else merged.push({ at, stream, texts: [text] });
  }
  let room = LONGEST;
  const kept: OutputPiece[] = [];
  for (const { at, stream, texts } of merged.toReversed()) {
    const text = texts.join("");
    if (room <= 0) break;
    kept.push({ at, stream, text: text.length > room ? text.slice(-room) : text });
    room -= text.length;
  }
  return kept.toReversed();
};
