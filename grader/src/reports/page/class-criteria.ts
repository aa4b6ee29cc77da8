import type { Report, Verdict } from "../../report.ts";

/** One criterion over a class. */
export interface ClassCriterion {
  readonly id: string;
  readonly title: string;
  readonly maximum: number;
  readonly passed: number;
  readonly asked: number;
  readonly blocked: number;
  /** Failures of one kind together, the most frequent first; `example` is the first message of the kind. */
  readonly causes: readonly { readonly example: string; readonly count: number }[];
}

/* Two failures are of one kind where only names and figures tell their messages apart. */
const kindOf = (message: string): string => message.replace(/`[^`]*`/g, "`").replace(/\d+(?:[.:]\d+)*/g, "0");

/** What a class made of each criterion, in the rubric's order. */
export function classCriteria(reports: readonly Report[]): ClassCriterion[] {
  const all = new Map<string, Verdict[]>();
  for (const { criteria } of reports)
    for (const verdict of criteria) {
      const known = all.get(verdict.id);
      if (known) known.push(verdict);
      else all.set(verdict.id, [verdict]);
    }
  return [...all].map(([id, verdicts]) => ({
    id,
    title: verdicts[0]?.title ?? id,
    maximum: verdicts[0]?.maximum ?? 0,
    passed: verdicts.filter(({ outcome }) => outcome === "pass").length,
    asked: verdicts.length,
    blocked: verdicts.filter(({ outcome }) => outcome === "blocked").length,
    causes: causesOf(verdicts),
  }));
}

function causesOf(verdicts: readonly Verdict[]): { example: string; count: number }[] {
  const kinds = new Map<string, { example: string; count: number }>();
  for (const { outcome, message } of verdicts) {
    if (outcome !== "fail") continue;
    const kind = kindOf(message);
    const known = kinds.get(kind);
    if (known) known.count++;
    else kinds.set(kind, { example: message, count: 1 });
  }
  return [...kinds.values()].sort((one, two) => two.count - one.count);
}
