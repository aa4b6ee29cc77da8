import type { Report } from "../../report.ts";
import { classCriteria } from "./class-criteria.ts";
import { learnerSection } from "./learner.ts";
import { matrix } from "./matrix.ts";
import { talkingPoints } from "./talking-points.ts";
import { overview, wholePage } from "./whole-page.ts";

/** A class on one page: the matrix, what to talk about, then every learner. */
export function classPage(reports: readonly Report[]): string {
  const lesson = reports[0]?.lesson ?? "No submissions";
  const graded = reports.filter(({ criteria }) => criteria.length > 0);
  const criteria = classCriteria(graded);
  const maximum = graded[0]?.maximum ?? 0;
  const figures = {
    "Handed in": reports.length,
    "All points": reports.filter(({ status }) => status === "passed").length,
    Median: graded.length === 0 ? "–" : `${median(graded.map(({ points }) => points))} of ${maximum}`,
    "Hints taken": reports.flatMap((report) => report.criteria).reduce((sum, { hint }) => sum + hint.next, 0),
    "To review": reports.filter(({ status }) => status !== "passed" && status !== "failed").length,
  };
  const body = `${overview(lesson, "Verdicts on what the image does, learner by learner.", figures)}
<div class="cols"><section aria-label="Learners and criteria">${matrix(reports, criteria)}</section>
${talkingPoints(reports, criteria)}</div>
<section class="learners"><h2>Learner by learner</h2>
${reports.map((report, i) => learnerSection(report, `learner-${i + 1}`)).join("")}</section>
`;
  return wholePage(`Class report, ${lesson}`, reports[0]?.drydock ?? "", body);
}

/* Of an even number the mean of the two in the middle. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, two) => one - two);
  const [low = 0, high = low] = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return (low + high) / 2;
}
