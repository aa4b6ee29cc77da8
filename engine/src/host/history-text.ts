/** What bash's `history` prints: each line with its number, the one that asks included. */
export const historyText = (lines: readonly string[]): string =>
  lines.map((line, at) => `${String(at + 1).padStart(5)}  ${line}\n`).join("");
