import type { Report } from "../../report.ts";

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

/* Kinds of failures that are told apart; a class that fails in more ways than that has no common cause. */
const KINDS = 500;

/** Counts what a class made of each criterion, a report at a time. What it holds does not grow with the class. */
export class ClassCriteria {
  readonly #all = new Map<string, Counts>();

  add({ criteria }: Report): void {
    for (const verdict of criteria) {
      const { id, title, maximum, outcome, message } = verdict;
      const of = this.#all.get(id) ?? { title, maximum, passed: 0, asked: 0, blocked: 0, causes: new Map() };
      this.#all.set(id, of);
      of.asked++;
      if (outcome === "pass") of.passed++;
      if (outcome === "blocked") of.blocked++;
      if (outcome === "fail") countCause(of.causes, message);
    }
  }

  /** In the rubric's order. */
  get list(): readonly ClassCriterion[] {
    return [...this.#all].map(([id, { causes, ...counts }]) => ({
      id,
      ...counts,
      causes: [...causes.values()].sort((one, two) => two.count - one.count),
    }));
  }
}

interface Cause {
  readonly example: string;
  count: number;
}

interface Counts {
  readonly title: string;
  readonly maximum: number;
  passed: number;
  asked: number;
  blocked: number;
  readonly causes: Map<string, Cause>;
}

function countCause(causes: Map<string, Cause>, message: string): void {
  const kind = kindOf(message);
  const known = causes.get(kind);
  if (known) known.count++;
  else if (causes.size < KINDS) causes.set(kind, { example: message, count: 1 });
}
