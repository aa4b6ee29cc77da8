import type { Finding } from "./check.ts";
import { findCheck } from "./checks/index.ts";
import { settled, unsettled } from "./overrides.ts";
import type { Report, Verdict } from "./report.ts";
import { ladderFor } from "./rubric/ladder.ts";
import type { Criterion, Question, Rubric, Test } from "./rubric/rubric.ts";
import { testDigest } from "./test-digest.ts";
import { roundDown, statusOf, totalsOf } from "./totals.ts";

const AGAIN = "the submission must be graded again";

/**
 * A report under another rubric, from what was stored: points, titles and what waits for what are the new rubric's, outcomes and facts stay.
 *
 * A criterion that asks something else than it did is judged from its facts where its check can, and is inconclusive otherwise. Points that a
 * person settled stay settled.
 */
export function regrade(report: Report, rubric: Rubric): Report {
  if (report.criteria.length === 0) return report;
  const stored = new Map(report.criteria.map((verdict) => [verdict.id, verdict]));
  const done = new Map<string, Verdict>();
  const builds = stored.get("builds");
  if (builds && !rubric.criteria.some(({ id }) => id === "builds")) done.set("builds", builds);
  const byId = new Map(rubric.criteria.map((each) => [each.id, each]));
  const verdictOf = (criterion: Criterion): Verdict => {
    const known = done.get(criterion.id);
    if (known) return known;
    const first = criterion.when === null ? undefined : byId.get(criterion.when);
    const before = first && { now: verdictOf(first), was: stored.get(first.id) };
    const made = judged(criterion, stored.get(criterion.id), before);
    done.set(criterion.id, made);
    return made;
  };
  const asked = rubric.questions.filter(({ id }) => stored.has(id));
  const criteria = [
    ...(done.has("builds") && builds ? [builds] : []),
    ...rubric.criteria.map(verdictOf),
    ...asked.map((question) => judged(question, stored.get(question.id), undefined)),
  ];
  return {
    ...report,
    status: report.status === "ungradable" ? "ungradable" : statusOf(criteria),
    ...totalsOf(criteria),
    criteria,
    notes: [...report.notes.filter((note) => note !== REGRADED), REGRADED],
  };
}

/** A report whose points changed, with what lateness leaves of them: it costs what it cost, and where it took all, it takes all. */
export const withLateness = (report: Report): Report => {
  const { late, points } = report;
  if (!late) return report;
  const score = late.score === 0 && late.penalty > 0 ? 0 : Math.max(0, roundDown(points - late.penalty));
  return { ...report, late: { ...late, score } };
};

const REGRADED = "regraded under another rubric, from what was stored";

/** What comes before a criterion, as it is now and as it was. */
interface Before {
  readonly now: Verdict;
  readonly was: Verdict | undefined;
}

function judged(asked: Criterion | Question, old: Verdict | undefined, before: Before | undefined): Verdict {
  const was = old && unsettled(old);
  const finding = findingOf(asked, was, before);
  const { points, outcome, message } = finding;
  const made: Verdict = {
    id: asked.id,
    title: asked.title,
    outcome,
    points,
    maximum: asked.points,
    ...("bonus" in asked && asked.bonus ? { bonus: true as const } : {}),
    message,
    because: asked.because,
    cause: outcome === "blocked" ? null : (was?.cause ?? null),
    evidence: outcome === "blocked" ? [] : (was?.evidence ?? []),
    facts: was?.facts ?? {},
    test: testDigest(asked),
    hint: { next: was?.hint.next ?? 0, of: "hints" in asked ? ladderFor(asked, was?.facts ?? {}).length : 0 },
  };
  return old?.override ? settled(made, { ...old.override, points: old.points }) : made;
}

interface Judged {
  readonly outcome: Verdict["outcome"];
  readonly points: number;
  readonly message: string;
}

function findingOf(
  asked: Criterion | Question,
  old: Verdict | undefined,
  before: Before | undefined,
): Judged {
  if (before && before.now.outcome !== "pass" && before.now.outcome !== "inconclusive")
    return { outcome: "blocked", points: 0, message: `Not judged yet: “${before.now.title}” comes first.` };
  if (!old) return unknown(`Nothing was stored about this: ${AGAIN}.`);
  const changed = old.test !== undefined && old.test !== testDigest(asked);
  if (changed) {
    const again = fromFacts(asked, old);
    return again
      ? {
          outcome: again.outcome,
          points: again.outcome === "pass" ? asked.points : 0,
          message: again.message,
        }
      : unknown(`This asks something else than it did: ${AGAIN}.`);
  }
  // Where what comes first had passed already, something else is in the way, and still is.
  if (old.outcome === "blocked" && before?.now.outcome === "pass" && before.was?.outcome !== "pass")
    return unknown(`It was blocked and is not any more: ${AGAIN}.`);
  const share = old.outcome === "pass" ? 1 : old.maximum === 0 ? 0 : old.points / old.maximum;
  return { outcome: old.outcome, points: roundDown(asked.points * share), message: old.message };
}

const unknown = (message: string): Judged => ({ outcome: "inconclusive", points: 0, message });

function fromFacts(asked: Criterion | Question, { facts, outcome }: Verdict): Finding | undefined {
  if (outcome !== "pass" && outcome !== "fail") return undefined;
  const test: Test = "test" in asked ? asked.test : { check: asked.check, with: asked.with };
  return "check" in test ? findCheck(test.check)?.fromFacts?.(facts, test.with) : undefined;
}

/** Criteria whose points fell, with what they were. */
export const fallen = (
  before: Report,
  after: Report,
): readonly { readonly id: string; readonly before: number; readonly after: number }[] => {
  const now = new Map(after.criteria.map((verdict) => [verdict.id, verdict.points]));
  return before.criteria.flatMap(({ id, points }) => {
    const left = now.get(id) ?? 0;
    return left < points ? [{ id, before: points, after: left }] : [];
  });
};
