import type { Work } from "./work.ts";

const joined = (mine: Work["hintsRead"], theirs: Work["hintsRead"]): NonNullable<Work["hintsRead"]> => {
  const all: Record<string, readonly string[]> = { ...mine };
  for (const [id, hints] of Object.entries(theirs ?? {}))
    all[id] = [...new Set([...(all[id] ?? []), ...hints])];
  return all;
};

/**
 * The work, and with it what the same learner has read of the lesson elsewhere, in another tab or before a reset: hints and the
 * solution cannot be unread.
 */
export const withRecord = (work: Work, other: Work): Work => {
  const hints: Record<string, number> = { ...work.hints };
  for (const [id, count] of Object.entries(other.hints)) hints[id] = Math.max(count, hints[id] ?? 0);
  const hintsRead = joined(work.hintsRead, other.hintsRead);
  return { ...work, hints, hintsRead, revealed: work.revealed || other.revealed };
};
