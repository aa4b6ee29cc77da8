import type { Report } from "../../report.ts";
import { type Decisions, settle } from "../../overrides.ts";
import type { Recipient, ReportFormat } from "../../reports/format.ts";
import { type Entries, entriesOf } from "./sinks.ts";
import type { ExitStatus } from "../exit-status.ts";
import type { Handed } from "../handed/handed.ts";
import { handedTime } from "../handed/handed-time.ts";
import { lateness, type LateRule } from "./late.ts";
import { percent, statusExit } from "../single/verdict-exit.ts";

/** What one attempt came to, as text for each report and a few figures. */
export interface Done {
  readonly entries: Entries;
  readonly exit: ExitStatus;
  readonly percent: number;
  /** Points that count, with what comes on top and without what lateness costs; undefined where there is no verdict. */
  readonly score: number | undefined;
  readonly trouble?: string | undefined;
}

/** What a verdict is told with, beside the submission: plain data, for worker threads. */
export interface Telling {
  readonly to: Recipient;
  readonly late?: LateRule | undefined;
  readonly decisions?: Decisions | undefined;
}

/** A person's decisions and lateness are settled here, in this order, after the verdict: no check knows of them. */
export function doneWith(
  graded: Report,
  handed: Handed,
  formats: readonly ReportFormat[],
  { to, late: rule, decisions = {} }: Telling,
  trouble?: string,
): Done {
  const { late: _before, ...report } = settle(graded, decisions);
  const judged = report.criteria.length > 0;
  const late = rule && judged ? lateness(rule, { ...handed, at: handedTime(handed) }, report) : undefined;
  const told: Report = late ? { ...report, late } : report;
  return {
    entries: entriesOf(told, formats, to),
    exit: statusExit(report),
    percent: percent(report),
    score: judged ? (late?.score ?? report.points) + report.bonus : undefined,
    trouble,
  };
}
