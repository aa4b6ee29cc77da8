import type { Report } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { classPage } from "./page/class-page.ts";
import { learnerSection } from "./page/learner.ts";
import { overview, pageEnd, pageStart } from "./page/whole-page.ts";

/** One file to read and to print, without a script: a learner's criteria; of many, the class before its learners. */
export const html: ReportFormat = {
  name: "html",
  summary: "one page to read and to print",
  one: learnerPage,
  open: "",
  entry: learnerPage,
  between: "",
  close: "",
  ofClass: classPage,
};

function learnerPage(report: Report): string {
  const { submission, lesson, status, points, maximum, drydock } = report;
  const figures = {
    Status: status === "needsReview" ? "to review" : status,
    Points: `${points} of ${maximum}`,
  };
  return `${pageStart(`${submission.id}, ${lesson}`)}${overview(lesson, "Verdicts on what the image does.", figures)}<section aria-label="Criteria"><h2 class="label">Handed in by</h2>
${learnerSection(report, "learner-1")}</section>
${pageEnd(drydock)}`;
}
