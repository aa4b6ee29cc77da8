import type { Report } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { ndjson } from "./ndjson.ts";
import { classPage } from "./page/class-page.ts";
import { learnerSection } from "./page/learner.ts";
import { overview, wholePage } from "./page/whole-page.ts";

/** One file to read and to print, without a script: a learner's criteria; of many, the class before its learners. */
export const html: ReportFormat = {
  ...ndjson,
  name: "html",
  one: (report) =>
    wholePage(
      `${report.submission.id}, ${report.lesson}`,
      report.drydock,
      `${overview(report.lesson, "Verdicts on what the image does.", {
        Status: report.status === "needsReview" ? "to review" : report.status,
        Points: `${report.points} of ${report.maximum}`,
      })}<section aria-label="Criteria"><h2 class="label">Handed in by</h2>
${learnerSection(report, "learner-1")}</section>
`,
    ),
  ofClass: (entries) => classPage(entries.map((entry): Report => JSON.parse(entry))),
};
