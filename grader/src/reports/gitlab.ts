import { digestOf } from "@drydock/engine";
import type { Report, Verdict } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { classFormat } from "./parts/class-format.ts";
import { jsonFor } from "./parts/json-for.ts";
import { told } from "./parts/told.ts";

/**
 * GitLab's code quality report: a list of what is not well, each with its place. Test results go there as `junit`.
 *
 * GitLab shows the first of equal fingerprints only, so the learner's id is part of each; paths must not begin with `./`.
 * Source: docs.gitlab.com/ci/testing/code_quality, section "Code Quality report format".
 */
export const gitlab: ReportFormat = classFormat(
  "gitlab",
  "GitLab's code quality report",
  function* (reports, _to, named) {
    let before = "[";
    for (const report of reports)
      for (const issue of issuesOf(report, named ? `${report.submission.id}/` : "")) {
        yield `${before}\n${jsonFor(issue)}`;
        before = ",";
      }
    yield before === "[" ? "[]\n" : "\n]\n";
  },
);

function issuesOf({ criteria, lesson, submission, status, notes }: Report, prefix: string): unknown[] {
  const issue = (id: string, description: string, severity: string, place: Verdict["cause"]): unknown => ({
    description,
    check_name: id,
    fingerprint: digestOf(JSON.stringify([lesson, submission.id, id])).slice("sha256:".length),
    severity,
    location: {
      path: `${prefix}${place?.file ?? "Dockerfile"}`.replace(/^(?:\.?\/)+/, ""),
      lines: { begin: place?.range.start.line ?? 1, end: place?.range.end.line ?? 1 },
    },
  });
  if (criteria.length === 0) return [issue("submission", notes[0] ?? status, "blocker", null)];
  return criteria.flatMap((verdict) => {
    const { id, title, outcome, bonus, cause } = verdict;
    if (outcome !== "fail" && outcome !== "inconclusive") return [];
    const severity = outcome === "inconclusive" || bonus ? "info" : "major";
    return [issue(id, `${title}: ${told(verdict)}`, severity, cause)];
  });
}
