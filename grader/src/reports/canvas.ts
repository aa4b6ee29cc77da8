import type { Report } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { classFormat } from "./parts/class-format.ts";
import { forGradebook } from "./parts/counted.ts";
import { csvRow } from "./parts/csv-row.ts";

/**
 * Canvas' gradebook import (lib/gradebook_importer.rb): student columns up to Section, one column for the assignment, its maximum in the
 * second row. A heading that matches no assignment makes a new one: `Title (number)` names the one that is there. An empty cell changes
 * nothing. Comments have no place in it.
 */
export const canvas: ReportFormat = classFormat(
  "canvas",
  "Canvas' gradebook import (CSV)",
  function* (reports, { assignment }) {
    let head = false;
    for (const report of reports) {
      if (!head)
        yield (
          csvRow([...STUDENT, assignment ?? report.lesson]) +
            csvRow(["    Points Possible", "", "", "", "", report.maximum])
        );
      head = true;
      yield csvRow(row(report));
    }
    if (!head) yield csvRow([...STUDENT, assignment ?? "Assignment"]);
  },
);

const STUDENT = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"];

/* A number is Canvas' own id of a person, anything else a login. */
function row(report: Report): (string | number)[] {
  const { id } = report.submission;
  const { score } = forGradebook(report);
  const own = /^\d+$/.test(id);
  return [id, own ? id : "", "", own ? "" : id, "", score === undefined ? "" : score.toFixed(2)];
}
