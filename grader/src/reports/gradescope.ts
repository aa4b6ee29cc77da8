import type { Report, Verdict } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { visibleJson } from "./visible.ts";

/** Gradescope's `results.json`; of many, a list of them. */
export const gradescope: ReportFormat = {
  name: "gradescope",
  one: (report) => `${results(report)}\n`,
  open: "[\n",
  entry: results,
  between: ",\n",
  close: "\n]\n",
};

function results(report: Report): string {
  const { submission, lesson, status, points, bonus, late, criteria, notes } = report;
  const body = {
    /* Without a verdict there is no score: Gradescope then says that the autograder failed, and keeps no zero. */
    ...(criteria.length === 0 ? {} : { score: (late?.score ?? points) + bonus }),
    output: [...(late ? [`Late: ${late.penalty} points less.`] : []), ...notes].join("\n"),
    output_format: "text",
    test_output_format: "text",
    test_name_format: "text",
    tests: criteria.map(testOf),
    extra_data: { submission: submission.id, lesson, status },
  };
  return visibleJson(JSON.stringify(body, null, 2));
}

/* A test without a score only informs: what is worth nothing, and what could not be decided. */
const testOf = (
  { title, outcome, points, maximum, message, because }: Verdict,
  index: number,
): Record<string, unknown> => ({
  ...(maximum === 0 || outcome === "inconclusive" ? {} : { score: points, max_score: maximum }),
  ...(outcome === "inconclusive" ? {} : { status: outcome === "pass" ? "passed" : "failed" }),
  name: title,
  number: String(index + 1),
  output: [outcome === "inconclusive" ? "To be reviewed; it does not count." : "", message, because]
    .filter(Boolean)
    .join("\n"),
});
