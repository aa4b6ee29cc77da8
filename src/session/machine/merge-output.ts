import type { OutputPiece } from "./machine.ts";

/** What a terminal keeps of one command: more than its scrollback holds, and little enough to print at once. */
const LONGEST = 500_000;

/** Joins what was written at one moment to one stream, what moves left aside, so that an endless loop is one piece; of very much, the end stays. */
export const mergeOutput = (output: readonly OutputPiece[]): readonly OutputPiece[] => {
  const merged: (Omit<OutputPiece, "text"> & { readonly texts: string[] })[] = [];
  for (const { text, ...piece } of output) {
    const last = merged.at(-1);
    const together =
      last && last.at === piece.at && last.stream === piece.stream && !last.live && !piece.live;
    if (together) last.texts.push(text);
    else merged.push({ ...piece, texts: [text] });
  }
  let room = LONGEST;
  const kept: OutputPiece[] = [];
  for (const { texts, ...piece } of merged.toReversed()) {
    const text = texts.join("");
    if (room <= 0) break;
    kept.push({ ...piece, text: text.length > room ? text.slice(-room) : text });
    room -= text.length;
  }
  return kept.toReversed();
};
