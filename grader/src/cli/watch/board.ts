import { existsSync, readFileSync } from "node:fs";
import type { Lesson } from "../../lesson.ts";
import type { Outcome, Report } from "../../report.ts";
import { attempts, gradeAttempt } from "../lesson/attempts.ts";
import { readExpectation } from "../lesson/expectation.ts";
import { below } from "../output/shown.ts";

/** What one recorded attempt comes to. */
interface BoardRow {
  /** `start`, `solution`, `right/how`, `wrong/why`. */
  readonly name: string;
  readonly points: number;
  readonly cells: readonly {
    readonly outcome: Outcome;
    /** As the rubric and expect.yaml have it. */
    readonly expected: boolean;
  }[];
  /** What a learner is told first; undefined where everything passes. */
  readonly told: string | undefined;
}

/** A lesson's attempts side by side. */
export interface Board {
  readonly lesson: string;
  readonly maximum: number;
  /** One a column. */
  readonly criteria: readonly { readonly id: string; readonly title: string; readonly points: number }[];
  readonly rows: readonly BoardRow[];
}

/** Grades start, solution and every recorded attempt, in this order. */
export function boardOf(folder: string, lesson: Lesson): Board {
  const given = new Map(lesson.rubric.criteria.map((each) => [each.id, each.given]));
  const row = (name: string, place: string, outcomeOf: (id: string) => "pass" | "fail"): BoardRow => {
    const report = gradeAttempt(lesson, place);
    return {
      name,
      points: report.points + report.bonus,
      cells: columns(report).map(({ id, outcome, bonus }) => ({
        outcome,
        expected:
          bonus || outcome === outcomeOf(id) || (outcome === "blocked" && mayWait(name, outcomeOf(id))),
      })),
      told: report.criteria.find(({ outcome }) => outcome === "fail" || outcome === "inconclusive")?.message,
    };
  };
  const solution = gradeAttempt(lesson, below(folder, "solution"));
  return {
    lesson: lesson.id,
    maximum: solution.maximum,
    criteria: columns(solution).map(({ id, title, maximum }) => ({ id, title, points: maximum })),
    rows: [
      row("start", below(folder, "start"), (id) => ((given.get(id) ?? true) ? "pass" : "fail")),
      row("solution", below(folder, "solution"), () => "pass"),
      ...attempts(folder, "right").map(([name, place]) => row(name, place, () => "pass")),
      ...attempts(folder, "wrong").map(([name, place]) => {
        const fails = failsOf(below(place, "expect.yaml"));
        return row(name, place, (id) => (fails.includes(id) ? "fail" : "pass"));
      }),
    ],
  };
}

/** What waits for another criterion is as it should be where nobody expects it to pass: not in the solution, nor what the start has. */
const mayWait = (name: string, wanted: "pass" | "fail"): boolean =>
  name.startsWith("wrong/") || (name === "start" && wanted === "fail");

const columns = ({ criteria }: Report): Report["criteria"] => criteria.filter(({ id }) => id !== "builds");

function failsOf(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const read = readExpectation(file, readFileSync(file, "utf8"));
  return "expectation" in read ? read.expectation.fails : [];
}
