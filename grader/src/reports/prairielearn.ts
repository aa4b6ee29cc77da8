import type { ReportFormat } from "./format.ts";
import { counted } from "./parts/counted.ts";
import { clipped } from "./parts/clipped.ts";
import { listFormat } from "./parts/list-format.ts";
import { told } from "./parts/told.ts";

/* Results above 1 MiB are refused as a whole. */
const WORDS = 4000;

/** PrairieLearn's `results.json`; of many, a list. What has no verdict, or lacks the very Dockerfile, is not gradable: it costs no attempt. */
export const prairielearn: ReportFormat = listFormat(
  "prairielearn",
  "PrairieLearn's results.json",
  (report) => {
    const { criteria, scoredMaximum, status, notes } = report;
    const score = counted(report);
    if (score === undefined || scoredMaximum === 0 || status === "ungradable") {
      const missing = criteria.find(({ outcome }) => outcome === "fail" && status === "ungradable");
      const errors = [...(missing?.message ? [missing.message] : []), ...notes].map((words) =>
        clipped(words, WORDS),
      );
      return { gradable: false, format_errors: errors.length > 0 ? errors : [`the submission is ${status}`] };
    }
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
        message: clipped(told(verdict), WORDS),
        output: verdict.id,
      })),
    };
  },
);
