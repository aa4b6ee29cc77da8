import type { Piece } from "./fields.ts";

const whole = (text: string): Piece => ({ text, quoted: true, split: false });

/** Text between double quotes or of a here-document, its backslashes read. */
export const unescapeQuoted = (text: string): string => text.replace(/\\(?:\n|([$`\\]))/g, "$1");

/** Literal text of an operand: split if it is not quoted, backslashes quote. */
export function literalPieces(text: string, quoted: boolean): Piece[] {
  if (quoted) return [whole(text.replace(/\\(?:\n|([$`"\\}]))/g, "$1"))];
  const pieces: Piece[] = [];
  for (const [piece] of text.matchAll(/\\[\s\S]|[^\\]+|\\$/g)) {
    if (piece.startsWith("\\") && piece.length === 2) pieces.push(whole(piece.slice(1)));
    else pieces.push({ text: piece, quoted: false, split: true });
  }
  return pieces;
}
