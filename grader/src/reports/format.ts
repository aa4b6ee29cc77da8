import type { Report } from "../report.ts";

/** One way to write reports down: a pure function of them. A file of many is `open`, the entries with `between`, and `close`. */
export interface ReportFormat {
  readonly name: string;
  /** The whole file for one submission. */
  one(report: Report): string;
  readonly open: string;
  entry(report: Report): string;
  readonly between: string;
  readonly close: string;
  /** Where a file of many tells of all of them together: the whole file, made of the entries in their order. The rest is not used then. */
  ofClass?(entries: readonly string[]): string;
}
