import type { Report } from "../../report.ts";
import { ClassFigures } from "./class-figures.ts";
import { learnerSection } from "./learner.ts";
import { matrix } from "./matrix.ts";
import { talkingPoints } from "./talking-points.ts";
import { overview, pageEnd, pageStart } from "./whole-page.ts";

/** A class on one page: the matrix, what to talk about, then every learner. The reports are gone through once for each. */
export function* classPage(reports: Iterable<Report>): Generator<string> {
  const figures = new ClassFigures();
  for (const report of reports) figures.add(report);
  const { lesson, criteria, drydock } = figures;
  yield pageStart(`Class report, ${lesson}`);
  yield overview(lesson, "Verdicts on what the image does, learner by learner.", figures.shown);
  if (figures.nobody) {
    yield "<p>Nobody has handed in.</p>\n";
    yield pageEnd(drydock);
    return;
  }
  yield '<div class="cols"><section aria-label="Learners and criteria">';
  yield* matrix(reports, criteria);
  yield "</section>\n";
  yield* talkingPoints(reports, criteria);
  yield '</div>\n<section class="learners"><h2>Learner by learner</h2>\n';
  let at = 0;
  for (const report of reports) yield learnerSection(report, `learner-${++at}`);
  yield "</section>\n";
  yield pageEnd(drydock);
}
