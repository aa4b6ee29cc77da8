import type { Report } from "../../report.ts";

const cents = (points: number): number => Math.round(points * 100) / 100;

/** The points that count: with what comes on top and without what lateness costs. Undefined without a verdict: that is no zero. */
export const counted = ({ criteria, points, bonus, late }: Report): number | undefined =>
  criteria.length === 0 ? undefined : cents((late?.score ?? points) + bonus);

/** The same for a gradebook with a fixed maximum: never above it, and nothing as long as a person must look. */
export function forGradebook(report: Report): { readonly score: number | undefined; readonly cut: number } {
  const score = counted(report);
  if (score === undefined || report.status === "needsReview") return { score: undefined, cut: 0 };
  return {
    score: Math.min(score, report.maximum),
    cut: cents(Math.max(0, score - report.maximum)),
  };
}
