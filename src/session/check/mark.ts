import type { Saved } from "../vault/vault.ts";

/** What the course says of a lesson: whoever has been shown the solution has seen it, and not solved it. */
export type Mark = "open" | "seen" | "solved";

/** @param saved what is kept of the lesson; a check that passed before the solution was shown stays passed */
export const markOf = ({ passed, work }: Pick<Saved, "passed" | "work">): Mark =>
  passed ? "solved" : work.revealed ? "seen" : "open";
