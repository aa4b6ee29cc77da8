import { EngineError } from "../../core/engine-error.ts";
import { quotePattern } from "./pattern.ts";

/** A piece of a word after expansion. */
export interface Piece {
  readonly text: string;
  /** Came from quotes: never split, never a pattern. */
  readonly quoted: boolean;
  /** Came from an expansion outside quotes: split at IFS. */
  readonly split: boolean;
  /** A new field begins here: `"$@"`. */
  readonly boundary?: boolean;
}

/** A field, and as a pattern with what was quoted escaped. */
export interface Field {
  readonly text: string;
  readonly pattern: string;
}

/** Characters that one word may expand to, so that `$a$a$a…` of a long variable ends. */
export const LONGEST_WORD: number = 4 << 20;
const WHITE = " \t\n";

export const lengthOfPieces = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + piece.text.length, 0);

/** Cuts pieces into fields at IFS (POSIX 2.6.5): white space runs are one cut, any other IFS character is a cut of its own. */
export function fieldsOf(pieces: readonly Piece[], ifs: string): Field[] {
  const fields: Field[] = [];
  let text = "";
  let pattern = "";
  let open = false;
  /** Is the cut that ended the last field white space alone? Then one other IFS character still belongs to it. */
  let loose = false;
  const close = (): void => {
    fields.push({ text, pattern });
    text = "";
    pattern = "";
    open = false;
  };
  if (lengthOfPieces(pieces) > LONGEST_WORD)
    throw new EngineError("LIMIT", { what: "characters in a word", limit: LONGEST_WORD });
  for (const piece of pieces) {
    if (piece.boundary && open) close();
    if (!piece.split || piece.quoted || ifs === "") {
      if (piece.quoted || piece.text !== "") open = true;
      if (piece.text !== "" || piece.quoted) loose = false;
      text += piece.text;
      pattern += piece.quoted ? quotePattern(piece.text) : piece.text;
      continue;
    }
    for (const character of piece.text) {
      if (!ifs.includes(character)) {
        text += character;
        pattern += character === "\\" ? "\\\\" : character;
        open = true;
        loose = false;
      } else if (WHITE.includes(character)) {
        if (open) {
          close();
          loose = true;
        }
      } else {
        if (open || !loose) close();
        loose = false;
      }
    }
  }
  if (open) close();
  return fields;
}
