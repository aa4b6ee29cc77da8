import type { Report, Verdict } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { clipped } from "./parts/clipped.ts";
import { listFormat } from "./parts/list-format.ts";
import { told } from "./parts/told.ts";

/* A file of results above 500 KB is refused as a whole. */
const WORDS = 2000;

/** Results of an Exercism test runner, version 3; of many, a list. Criteria in the author's order, since only the first failure is shown. */
export const exercism: ReportFormat = listFormat(
  "exercism",
  "results of an Exercism test runner, version 3",
  (report) => ({ version: 3, ...outcomeOf(report), tests: report.criteria.slice(0, 200).map(testOf) }),
);

/* `error` is for what did not run at all, or was not decided. */
function outcomeOf({ criteria, notes, status }: Report): Record<string, string> {
  if (criteria.length === 0) return { status: "error", message: clipped(notes[0] ?? status, WORDS) };
  if (criteria.some(({ outcome, bonus }) => !bonus && (outcome === "fail" || outcome === "blocked")))
    return { status: "fail" };
  return status === "passed"
    ? { status: "pass" }
    : { status: "error", message: "A person must look at it: not everything could be decided." };
}

function testOf(verdict: Verdict, index: number): Record<string, unknown> {
  const { id, title, outcome, override } = verdict;
  const passed = outcome === "pass";
  return {
    name: title || id,
    status: passed ? "pass" : outcome === "inconclusive" ? "error" : "fail",
    ...(passed && !override ? {} : { message: clipped(told(verdict) || title || id, WORDS) }),
    task_id: index + 1,
    test_code: id,
  };
}
