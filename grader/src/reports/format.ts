import type { Report } from "../report.ts";

/** What some readers ask for and no report knows. */
export interface Recipient {
  /** When the scores are sent: ISO 8601 with zone and milliseconds. */
  readonly at: string;
  /** Address of the platform that knows the learners by the ids of the submissions, without a slash at its end. */
  readonly site: string;
  /** What the platform calls the assignment; where it is missing, the lesson's id. */
  readonly assignment?: string | undefined;
  /** What the platform's own list says of a learner, by id: cells under lower-case headings. An import wants some of them back. */
  readonly learners?: ReadonlyMap<string, Readonly<Record<string, string>>> | undefined;
}

/** One way to write reports down: a pure function of them. A file of many is `open`, the entries with `between`, and `close`. */
export interface ReportFormat {
  readonly name: string;
  /** What it is for, in a few words. */
  readonly summary: string;
  /** The whole file for one submission. */
  one(report: Report, to: Recipient): string;
  readonly open: string;
  entry(report: Report, to: Recipient): string;
  readonly between: string;
  readonly close: string;
  /**
   * Where a file of many tells of all of them together: the whole file in pieces, of reports that can be gone through several times. What it
   * holds meanwhile must not grow with their number. The fields for entries are not used then.
   */
  ofClass?(reports: Iterable<Report>, to: Recipient): Iterable<string>;
}
