import type { ReportFormat } from "./format.ts";
import { counted } from "./parts/counted.ts";
import { listFormat } from "./parts/list-format.ts";
import { told } from "./parts/told.ts";

/** PrairieLearn's `results.json`; of many, a list. What has no verdict is not gradable: it costs no attempt. */
export const prairielearn: ReportFormat = listFormat(
  "prairielearn",
  "PrairieLearn's results.json",
  (report) => {
    const { criteria, scoredMaximum, status, notes } = report;
    const score = counted(report);
    if (score === undefined || scoredMaximum === 0)
      return { gradable: false, format_errors: notes.length > 0 ? notes : [`the submission is ${status}`] };
    return {
      score: Math.min(1, Math.max(0, score / scoredMaximum)),
      gradable: true,
      message: notes.join("\n"),
      /* One test without both kinds of points would switch the points off for all. */
      tests: criteria.map((verdict) => ({
        name: verdict.title,
        description: verdict.because,
        points: verdict.points,
        max_points: verdict.outcome === "inconclusive" ? 0 : verdict.maximum,
        message: told(verdict),
        output: verdict.id,
      })),
    };
  },
);
