import type { Report, Status, Verdict } from "./report.ts";

/** To 0.01, never up; a hair is allowed for what binary fractions lose. */
export const roundDown = (points: number): number => Math.floor(points * 100 + 1e-6) / 100;

const sum = (verdicts: readonly Verdict[], of: (verdict: Verdict) => number): number =>
  roundDown(verdicts.reduce((total, verdict) => total + of(verdict), 0));

/** What verdicts come to together. */
export function totalsOf(
  all: readonly Verdict[],
): Pick<Report, "points" | "maximum" | "scoredMaximum" | "bonus" | "rootCause"> {
  const counted = all.filter(({ bonus }) => !bonus);
  return {
    points: sum(counted, ({ points }) => points),
    maximum: sum(counted, ({ maximum }) => maximum),
    scoredMaximum: sum(counted, ({ outcome, maximum }) => (outcome === "inconclusive" ? 0 : maximum)),
    bonus: sum(
      all.filter(({ bonus }) => bonus),
      ({ points }) => points,
    ),
    rootCause: rootOf(all)?.id ?? null,
  };
}

/** What failed first; where all that failed is a bonus, one for which others wait. */
function rootOf(all: readonly Verdict[]): Verdict | undefined {
  const failed = all.filter(({ outcome }) => outcome === "fail");
  const waits = all.some(({ outcome, bonus }) => outcome === "blocked" && !bonus);
  return failed.find(({ bonus }) => !bonus) ?? (waits ? failed[0] : undefined);
}

/** The status of a submission that was graded. */
export function statusOf(all: readonly Verdict[]): Status {
  if (all.some(({ outcome }) => outcome === "inconclusive")) return "needsReview";
  return all.every(({ outcome, bonus }) => bonus || outcome === "pass") ? "passed" : "failed";
}
