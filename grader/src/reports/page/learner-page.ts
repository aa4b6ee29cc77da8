import type { Report } from "../../report.ts";
import { counted } from "../parts/counted.ts";
import { learnerSection } from "./learner.ts";
import { overview, pageEnd, pageStart } from "./whole-page.ts";

/** One learner on a page of their own. */
export function learnerPage(report: Report): string {
  const { submission, lesson, status, maximum, drydock } = report;
  const score = counted(report);
  const figures = {
    Status: status === "needsReview" ? "to review" : status,
    Points: score === undefined ? "none" : `${score} of ${maximum}`,
  };
  return `${pageStart(`${submission.id}, ${lesson}`)}${overview(lesson, "Verdicts on what the image does.", figures)}<section aria-label="Criteria"><h2 class="label">Handed in by</h2>
${learnerSection(report, "learner-1")}</section>
${pageEnd(drydock)}`;
}
