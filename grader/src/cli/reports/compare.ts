import { type ReportDifference, reportDifference } from "../../report-difference.ts";
import type { Report } from "../../report.ts";
import { visible, visibleJson } from "../../reports/visible.ts";
import { exit, type ExitStatus } from "../exit-status.ts";
import { ReportsFile } from "./reports-file.ts";
import { writeAll, writePieces } from "../output/write-all.ts";

/** `drydock-grade compare A.ndjson B.ndjson`: what changed between two runs, a submission after the other in the order of B. */
export function compare(before: string, after: string, json: boolean): ExitStatus {
  const old = new Map<string, Report>();
  for (const report of new ReportsFile(before)) old.set(report.submission.id, slim(report));
  let same = 0;
  let different = 0;
  const differences = function* (): Generator<ReportDifference> {
    for (const report of new ReportsFile(after)) {
      const difference = reportDifference(old.get(report.submission.id), report);
      old.delete(report.submission.id);
      if (difference) yield difference;
      else same++;
    }
    for (const report of old.values()) {
      const gone = reportDifference(report, undefined);
      if (gone) yield gone;
    }
  };
  const pieces = function* (): Generator<string> {
    for (const difference of differences()) {
      different++;
      yield json ? `${visibleJson(JSON.stringify(difference))}\n` : told(difference);
    }
  };
  writePieces(1, pieces());
  if (!json) writeAll(1, `${different} different, ${same} the same\n`);
  return exit.graded;
}

/** What is compared, and no more: the rest of a large class would only lie in memory. */
const slim = (report: Report): Report => ({
  ...report,
  criteria: report.criteria.map((verdict) => ({ ...verdict, evidence: [], facts: {}, because: "" })),
  notes: [],
  build: null,
});

function told({ id, before, after, criteria }: ReportDifference): string {
  if (!before || !after)
    return `${visible(id)}: ${before ? "is not there any more" : `is new, ${after?.status}, ${after?.points} of ${after?.maximum} points`}\n`;
  const points =
    before.points === after.points && before.maximum === after.maximum
      ? `${after.points} of ${after.maximum} points`
      : `${before.points} of ${before.maximum} to ${after.points} of ${after.maximum} points`;
  const status = before.status === after.status ? after.status : `${before.status} to ${after.status}`;
  const lines = criteria.map(({ id: criterion, before: was, after: is, message }) => {
    const from = was ? `${was.outcome} ${was.points}` : "not asked";
    const to = is ? `${is.outcome} ${is.points}` : "not asked";
    return `  ${criterion}: ${from} to ${to}: ${message}`;
  });
  return [`${id}: ${status}, ${points}`, ...lines].map((line) => `${visible(line)}\n`).join("");
}
