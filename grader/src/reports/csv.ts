import type { Report } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { ndjson } from "./ndjson.ts";
import { visible } from "./visible.ts";

/** A table for spreadsheets: a row a submission, a column a criterion. Every cell is quoted, and no text of a learner is a formula. */
export const csv: ReportFormat = {
  ...ndjson,
  name: "csv",
  one: (report) => table([report]),
  ofClass: (entries) => table(entries.map((entry): Report => JSON.parse(entry))),
};

function table(reports: readonly Report[]): string {
  const ids = [...new Set(reports.flatMap(({ criteria }) => criteria.map(({ id }) => id)))];
  const head = [
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
    ...ids,
  ];
  return [head, ...reports.map((report) => row(report, ids))]
    .map((cells) => `${cells.map(cell).join(",")}\n`)
    .join("");
}

/* Without a verdict there are no points: an empty cell, never a zero. */
function row(report: Report, ids: readonly string[]): (string | number)[] {
  const { submission, status, points, maximum, scoredMaximum, bonus, late, rootCause, criteria } = report;
  if (criteria.length === 0)
    return [submission.id, status, "", maximum, "", "", "", "", "", "", ...ids.map(() => "")];
  const earned = new Map(
    criteria.map(({ id, outcome, points: of }) => [id, outcome === "inconclusive" ? "" : of] as const),
  );
  const hints = criteria.reduce((sum, { hint }) => sum + hint.next, 0);
  return [
    submission.id,
    status,
    points,
    maximum,
    scoredMaximum,
    bonus,
    late?.penalty ?? 0,
    (late?.score ?? points) + bonus,
    hints,
    rootCause ?? "",
    ...ids.map((id) => earned.get(id) ?? ""),
  ];
}

/* What spreadsheets read as a formula gets the mark that makes it text. */
function cell(value: string | number): string {
  if (typeof value === "number") return `"${value}"`;
  const shown = visible(value);
  return `"${(/^\s*[=+\-@]/.test(shown) ? `'${shown}` : shown).replaceAll('"', '""')}"`;
}
