import type { Verdict } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { counted } from "./parts/counted.ts";
import { listFormat } from "./parts/list-format.ts";
import { lateWords, told } from "./parts/told.ts";

/** Gradescope's `results.json`; of many, a list of them. */
export const gradescope: ReportFormat = listFormat("gradescope", "Gradescope's results.json", (report) => {
  const { submission, lesson, status, late, criteria, notes } = report;
  const score = counted(report);
  return {
    /* Without a verdict there is no score: Gradescope then says that the autograder failed, and keeps no zero. */
    ...(score === undefined ? {} : { score }),
    output: [...(late ? [lateWords(late)] : []), ...notes].join("\n"),
    output_format: "text",
    test_output_format: "text",
    test_name_format: "text",
    tests: criteria.map(testOf),
    extra_data: { submission: submission.id, lesson, status },
  };
});

/* A test without a score only informs: what is worth nothing, and what could not be decided. */
const testOf = (verdict: Verdict, index: number): Record<string, unknown> => {
  const { title, outcome, points, maximum, because } = verdict;
  return {
    ...(maximum === 0 || outcome === "inconclusive" ? {} : { score: points, max_score: maximum }),
    ...(outcome === "inconclusive" ? {} : { status: outcome === "pass" ? "passed" : "failed" }),
    name: title,
    number: String(index + 1),
    output: [outcome === "inconclusive" ? "To be reviewed; it does not count." : "", told(verdict), because]
      .filter(Boolean)
      .join("\n"),
  };
};
