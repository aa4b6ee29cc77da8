import type { Report } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { classFormat } from "./parts/class-format.ts";
import { counted } from "./parts/counted.ts";
import { csvRow } from "./parts/csv-row.ts";

const HEAD = [
  "submission",
  "status",
  "points",
  "maximum",
  "scored_maximum",
  "bonus",
  "late_penalty",
  "score",
  "hints",
  "root_cause",
  "settled_by",
];

/** A table for spreadsheets: a row a submission, a column a criterion. */
export const csv: ReportFormat = classFormat("csv", "a table for spreadsheets", function* (reports) {
  const ids = new Set<string>();
  for (const { criteria } of reports) for (const { id } of criteria) ids.add(id);
  yield csvRow([...HEAD, ...ids]);
  for (const report of reports) yield csvRow(row(report, [...ids]));
});

/* Without a verdict there are no points: an empty cell, never a zero. */
function row(report: Report, ids: readonly string[]): (string | number)[] {
  const { submission, status, points, maximum, scoredMaximum, bonus, late, rootCause, criteria } = report;
  const score = counted(report);
  if (score === undefined)
    return [submission.id, status, "", maximum, ...HEAD.slice(4).map(() => ""), ...ids.map(() => "")];
  const earned = new Map(
    criteria.map(({ id, outcome, points: of }) => [id, outcome === "inconclusive" ? "" : of] as const),
  );
  const settled = criteria.flatMap(({ id, override }) => (override ? [`${id}: ${override.by}`] : []));
  return [
    submission.id,
    status,
    points,
    maximum,
    scoredMaximum,
    bonus,
    late?.penalty ?? 0,
    score,
    criteria.reduce((sum, { hint }) => sum + hint.next, 0),
    rootCause ?? "",
    settled.join(", "),
    ...ids.map((id) => earned.get(id) ?? ""),
  ];
}
