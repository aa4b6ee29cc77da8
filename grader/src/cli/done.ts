import type { Report } from "../report.ts";
import type { ReportFormat } from "../reports/format.ts";
import type { ExitStatus } from "./exit-status.ts";
import type { Handed } from "./handed.ts";
import { handedTime } from "./handed-time.ts";
import { lateness, type LateRule } from "./late.ts";
import { percent, statusExit } from "./verdict-exit.ts";

/** What one attempt came to, as text for each report and a few figures. */
export interface Done {
  readonly entries: readonly string[];
  readonly exit: ExitStatus;
  readonly percent: number;
  /** Points that count, with what comes on top and without what lateness costs; undefined where there is no verdict. */
  readonly score: number | undefined;
  readonly trouble?: string | undefined;
}

/** Lateness is settled here, after the verdict: no check knows of it. */
export function doneWith(
  report: Report,
  handed: Handed,
  formats: readonly ReportFormat[],
  rule: LateRule | undefined,
  trouble?: string,
): Done {
  const { late: _before, ...verdict } = report;
  const graded = report.criteria.length > 0;
  const late = rule && graded ? lateness(rule, { ...handed, at: handedTime(handed) }, report) : undefined;
  const told: Report = late ? { ...verdict, late } : verdict;
  return {
    entries: formats.map((format) => format.entry(told)),
    exit: statusExit(report),
    percent: percent(report),
    score: graded ? (late?.score ?? report.points) + report.bonus : undefined,
    trouble,
  };
}
