/** What bash's `history` prints: each line with its number; of the last ones alone where `newest` says how many. */
export const historyText = (lines: readonly string[], newest: number = lines.length): string =>
  lines
    .map((line, at) => `${String(at + 1).padStart(5)}  ${line}\n`)
    .slice(Math.max(0, lines.length - newest))
    .join("");
