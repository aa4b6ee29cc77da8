import type { Report, Verdict } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { clipped } from "./parts/clipped.ts";
import { listFormat } from "./parts/list-format.ts";
import { lateWords, told } from "./parts/told.ts";

/* The reporter gets the whole in a variable of its environment, in base64: Linux starts no program with one above 128 KiB. */
const WORDS = 1000;

/**
 * A runner's result as GitHub Classroom's autograding reporter reads it; a step passes it on as its output `result`, in base64.
 *
 * The reporter adds up the tests' scores, so lateness is a test too. Its console table counts passed tests instead and can differ.
 * It divides by the number of tests: there is always one.
 */
export const classroom: ReportFormat = listFormat(
  "classroom",
  "a result for GitHub Classroom's reporter",
  (report) => ({
    version: 1,
    status: report.criteria.length === 0 ? "error" : report.status === "passed" ? "pass" : "fail",
    max_score: report.scoredMaximum,
    tests: testsOf(report),
  }),
);

function testsOf(report: Report): readonly Test[] {
  const { criteria, late, status, notes } = report;
  const tests = criteria.map(testOf);
  if (criteria.length === 0) tests.push(plain("submission", "error", 0, clipped(notes[0] ?? status, WORDS)));
  if (late && late.penalty > 0) tests.push(plain("late", "fail", -late.penalty, lateWords(late)));
  return tests;
}

interface Test {
  readonly name: string;
  readonly status: "pass" | "fail" | "error";
  readonly score: number;
  readonly message: string;
  readonly test_code: string;
  readonly filename: string;
  /** 0 is none. */
  readonly line_no: number;
  readonly duration: number;
}

const testOf = (verdict: Verdict): Test => ({
  ...plain(
    verdict.title,
    verdict.outcome === "pass" ? "pass" : verdict.outcome === "inconclusive" ? "error" : "fail",
    verdict.points,
    verdict.outcome === "pass" && !verdict.override ? "" : clipped(told(verdict), WORDS),
  ),
  filename: verdict.cause?.file ?? "",
  line_no: verdict.cause?.range.start.line ?? 0,
});

const plain = (name: string, status: Test["status"], score: number, message: string): Test => ({
  name,
  status,
  score,
  message,
  test_code: "",
  filename: "",
  line_no: 0,
  duration: 0,
});
