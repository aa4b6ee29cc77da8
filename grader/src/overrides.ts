import { didYouMean } from "./look/words/did-you-mean.ts";
import { own } from "./own.ts";
import type { Report, Verdict } from "./report.ts";
import { statusOf, totalsOf } from "./totals.ts";

/** What a person settled about one criterion of one submission. */
export interface Decision {
  readonly submission: string;
  readonly criterion: string;
  readonly points: number;
  readonly comment: string;
  readonly by: string;
}

/** Decisions by submission, then by criterion. Plain data: it goes to worker threads as it is. */
export type Decisions = Readonly<Record<string, Readonly<Record<string, Decision>>>>;

export function decisionsOf(list: readonly Decision[]): Decisions {
  const all: Record<string, Record<string, Decision>> = Object.create(null) as Record<string, never>;
  for (const decision of list)
    (all[decision.submission] ??= Object.create(null) as Record<string, never>)[decision.criterion] =
      decision;
  return all;
}

/**
 * The report with a person's decisions in place of Drydock's. Those of an earlier run that are no longer there are taken back, unless `keep`
 * says that these come on top.
 */
export function settle(report: Report, decisions: Decisions, keep = false): Report {
  const mine = Object.hasOwn(decisions, report.submission.id) ? decisions[report.submission.id] : undefined;
  let changed = false;
  const criteria = report.criteria.map((verdict) => {
    const decision = own(mine, verdict.id);
    if (!decision && (keep || !verdict.override)) return verdict;
    changed = true;
    const before = unsettled(verdict);
    return decision ? settled(before, decision) : before;
  });
  return changed ? { ...report, status: statusOf(criteria), ...totalsOf(criteria), criteria } : report;
}

/** Why these points cannot be given for this criterion: no such criterion, or not so many points; undefined where they can. */
export function notSettled(
  id: string,
  points: number,
  asked: readonly { readonly id: string; readonly maximum: number }[],
): { readonly field: "criterion" | "points"; readonly words: string } | undefined {
  const known = asked.find((each) => each.id === id);
  if (known)
    return points > known.maximum
      ? { field: "points", words: `${points} points are more than the ${known.maximum} of ${id}` }
      : undefined;
  const near = didYouMean(
    id,
    asked.map((each) => each.id),
  );
  const meant = near === undefined ? "" : `; did you mean ${near}?`;
  return { field: "criterion", words: `no criterion is called ${JSON.stringify(id)}${meant}` };
}

/** What Drydock itself said. */
export function unsettled({ override, ...verdict }: Verdict): Verdict {
  return override ? { ...verdict, points: override.points, outcome: override.outcome } : verdict;
}

/** A person may give less or all, not more than there is. */
export function settled(
  verdict: Verdict,
  { points, comment, by }: Pick<Decision, "points" | "comment" | "by">,
): Verdict {
  const given = Math.min(Math.max(0, points), verdict.maximum);
  const { hint, ...rest } = verdict;
  return {
    ...rest,
    outcome: given === verdict.maximum ? "pass" : "fail",
    points: given,
    override: { by, comment, points: verdict.points, outcome: verdict.outcome },
    hint,
  };
}
