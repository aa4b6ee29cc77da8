import type { Report } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { visibleJson } from "./visible.ts";

/** PrairieLearn's `results.json`; of many, a list. What has no verdict is not gradable: it costs no attempt. */
export const prairielearn: ReportFormat = {
  name: "prairielearn",
  one: (report) => `${results(report)}\n`,
  open: "[\n",
  entry: results,
  between: ",\n",
  close: "\n]\n",
};

function results(report: Report): string {
  const { criteria, points, bonus, late, scoredMaximum, status, notes } = report;
  const decided = criteria.length > 0 && scoredMaximum > 0;
  const share = decided ? ((late?.score ?? points) + bonus) / scoredMaximum : 0;
  const body = decided
    ? {
        score: Math.min(1, Math.max(0, share)),
        gradable: true,
        message: notes.join("\n"),
        /* One test without both kinds of points would switch the points off for all. */
        tests: criteria.map(({ id, title, outcome, points: of, maximum, message, because }) => ({
          name: title,
          description: because,
          points: of,
          max_points: outcome === "inconclusive" ? 0 : maximum,
          message,
          output: id,
        })),
      }
    : { gradable: false, format_errors: notes.length > 0 ? notes : [`the submission is ${status}`] };
  return visibleJson(JSON.stringify(body, null, 2));
}
