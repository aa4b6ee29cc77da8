import type { Report } from "./report.ts";

/** One criterion over a class, as `stats` shows it. */
export interface CriterionStatistics {
  readonly id: string;
  readonly title: string;
  readonly maximum: number;
  /** Submissions in which it was decided. */
  readonly decided: number;
  readonly passed: number;
  readonly blocked: number;
  readonly inconclusive: number;
  /** Points earned of those that could be, 0 to 1; null where none could. */
  readonly earned: number | null;
  /**
   * How well it tells strong from weak submissions: the correlation of its points with the points of all other criteria, -1 to 1; null where
   * everybody has the same of one of them.
   */
  readonly discrimination: number | null;
  /** Hints taken, all learners together, and how many took one. */
  readonly hints: number;
  readonly hinted: number;
}

/** A class in figures. */
export interface ClassStatistics {
  readonly submissions: number;
  readonly graded: number;
  readonly passed: number;
  /** Mean of the points that count out of the maximum, 0 to 1; null where nothing was graded. */
  readonly mean: number | null;
  readonly criteria: readonly CriterionStatistics[];
}

interface Sums {
  readonly id: string;
  title: string;
  maximum: number;
  decided: number;
  passed: number;
  blocked: number;
  inconclusive: number;
  hints: number;
  hinted: number;
  points: number;
  n: number;
  x: number;
  y: number;
  xx: number;
  yy: number;
  xy: number;
}

/** Goes through the reports once; what it holds does not grow with them. */
export function classStatistics(reports: Iterable<Report>): ClassStatistics {
  const all = new Map<string, Sums>();
  let submissions = 0;
  let graded = 0;
  let passed = 0;
  let shares = 0;
  for (const report of reports) {
    submissions++;
    if (report.criteria.length === 0) continue;
    graded++;
    if (report.status === "passed") passed++;
    shares += report.scoredMaximum > 0 ? report.points / report.scoredMaximum : 0;
    for (const verdict of report.criteria) {
      const sums = all.get(verdict.id) ?? empty(verdict.id);
      all.set(verdict.id, sums);
      count(sums, verdict, report.points - (verdict.bonus ? 0 : verdict.points));
    }
  }
  return {
    submissions,
    graded,
    passed,
    mean: graded === 0 ? null : round(shares / graded),
    criteria: [...all.values()].map(told),
  };
}

const empty = (id: string): Sums => ({
  id,
  title: "",
  maximum: 0,
  decided: 0,
  passed: 0,
  blocked: 0,
  inconclusive: 0,
  hints: 0,
  hinted: 0,
  points: 0,
  n: 0,
  x: 0,
  y: 0,
  xx: 0,
  yy: 0,
  xy: 0,
});

function count(sums: Sums, verdict: Report["criteria"][number], rest: number): void {
  const { title, maximum, outcome, points, hint } = verdict;
  sums.title = title;
  sums.maximum = maximum;
  sums.hints += hint.next;
  if (hint.next > 0) sums.hinted++;
  if (outcome === "inconclusive") {
    sums.inconclusive++;
    return;
  }
  if (outcome === "blocked") sums.blocked++;
  else sums.decided++;
  if (outcome === "pass") sums.passed++;
  sums.points += points;
  const x = maximum > 0 ? points / maximum : outcome === "pass" ? 1 : 0;
  sums.n++;
  sums.x += x;
  sums.y += rest;
  sums.xx += x * x;
  sums.yy += rest * rest;
  sums.xy += x * rest;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function told(sums: Sums): CriterionStatistics {
  const { id, title, maximum, decided, passed, blocked, inconclusive, hints, hinted, points, n } = sums;
  const spread = (n * sums.xx - sums.x ** 2) * (n * sums.yy - sums.y ** 2);
  return {
    id,
    title,
    maximum,
    decided,
    passed,
    blocked,
    inconclusive,
    earned: n === 0 || maximum === 0 ? null : round(points / (n * maximum)),
    /* What rounding leaves of nothing is nothing. */
    discrimination: spread < 1e-9 ? null : round((n * sums.xy - sums.x * sums.y) / Math.sqrt(spread)),
    hints,
    hinted,
  };
}
