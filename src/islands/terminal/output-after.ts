import type { OutputPiece } from "../../session/machine/machine.ts";

/** What is left of the output behind its first `told` characters; its times count from the last of them. */
export const outputAfter = (output: readonly OutputPiece[], told: number): readonly OutputPiece[] => {
  let skip = told;
  let began = 0;
  const left: OutputPiece[] = [];
  for (const piece of output) {
    if (skip > 0) began = piece.at;
    if (skip > 0 && piece.text.length <= skip) {
      skip -= piece.text.length;
      continue;
    }
    left.push({ ...piece, at: piece.at - began, text: piece.text.slice(skip) });
    skip = 0;
  }
  return left;
};

/** How many characters that is, as `outputAfter` counts. */
export const lengthOf = (output: readonly OutputPiece[]): number =>
  output.reduce((sum, { text }) => sum + text.length, 0);
