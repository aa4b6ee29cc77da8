import type { Outcome } from "../../report.ts";

/** A verdict in a word: a shape never stands alone. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  pass: "passed",
  fail: "failed",
  inconclusive: "to review",
  blocked: "blocked",
};
