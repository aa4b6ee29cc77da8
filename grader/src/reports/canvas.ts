import type { Report } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { classFormat } from "./parts/class-format.ts";
import { forGradebook } from "./parts/counted.ts";
import { csvRow } from "./parts/csv-row.ts";

/**
 * Canvas' gradebook import (lib/gradebook_importer.rb): student columns up to Section, one column for the assignment, its maximum in the
 * second row. A heading that matches no assignment makes a new one: `Title (number)` names the one that is there. An empty cell changes
 * nothing. Comments have no place in it. The student's columns come back as a roster has them, which may be the gradebook's own export.
 */
export const canvas: ReportFormat = classFormat(
  "canvas",
  "Canvas' gradebook import (CSV)",
  function* (reports, { assignment, learners }) {
    let head = false;
    for (const report of reports) {
      if (!head)
        yield (
          csvRow([...STUDENT, assignment ?? report.lesson]) +
            csvRow(["    Points Possible", "", "", "", "", report.maximum])
        );
      head = true;
      yield csvRow(row(report, learners?.get(report.submission.id)));
    }
    if (!head) yield csvRow([...STUDENT, assignment ?? "Assignment"]);
  },
);

const STUDENT = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"];

/* Without a roster a number is Canvas' own id of a person, anything else a login. */
function row(report: Report, known: Readonly<Record<string, string>> | undefined): (string | number)[] {
  const { id } = report.submission;
  const { score } = forGradebook(report);
  const own = /^\d+$/.test(id);
  const cells = STUDENT.map((title) => known?.[title.toLowerCase()] ?? "");
  const person = known && cells.some((cell) => cell !== "") ? [cells[0] || id, ...cells.slice(1)] : undefined;
  return [
    ...(person ?? [id, own ? id : "", "", own ? "" : id, ""]),
    score === undefined ? "" : score.toFixed(2),
  ];
}
