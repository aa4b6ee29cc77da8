import type { Outcome, Report, Verdict } from "../src/report.ts";
import type { Recipient, ReportFormat } from "../src/reports/format.ts";

/** A platform that every format can be written for. */
export const RECIPIENT: Recipient = { at: "2026-11-21T05:00:00.000Z", site: "https://school.example" };

/** The file of many that a format makes. */
export const writtenBy = (format: ReportFormat, reports: readonly Report[]): string =>
  format.ofClass
    ? [...format.ofClass(reports, RECIPIENT)].join("")
    : format.open +
      reports.map((report) => format.entry(report, RECIPIENT)).join(format.between) +
      format.close;

/** A verdict on a criterion of two points. */
export const sampleVerdict = (
  id: string,
  outcome: Outcome,
  message = "",
  more: Partial<Verdict> = {},
): Verdict => ({
  id,
  title: `Is ${id}`,
  outcome,
  points: outcome === "pass" ? 2 : 0,
  maximum: 2,
  message,
  because: "",
  cause: null,
  evidence: [],
  facts: {},
  hint: { next: 0, of: 3 },
  ...more,
});
/** A report with these verdicts, out of four points. */
export const sampleReport = (
  id: string,
  criteria: readonly Verdict[],
  more: Partial<Report> = {},
): Report => {
  const points = criteria.reduce((sum, each) => sum + each.points, 0);
  return {
    format: 1,
    drydock: "1.0.0",
    lesson: "03/05",
    lessonVersion: "sha256:0",
    submission: { id, digest: "sha256:1" },
    status: criteria.every(({ outcome }) => outcome === "pass") ? "passed" : "failed",
    points,
    maximum: 4,
    scoredMaximum: 4,
    bonus: 0,
    rootCause: criteria.find(({ outcome }) => outcome === "fail")?.id ?? null,
    criteria,
    build: { outcome: "ok", steps: 2, layers: 2, bytes: 1_500_000, warnings: [] },
    notes: [],
    ...more,
  };
};
