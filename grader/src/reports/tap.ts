import type { Report, Verdict } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { ndjson } from "./ndjson.ts";
import { visible, visibleJson } from "./visible.ts";

/** TAP version 14: one test a criterion. Points stand in the diagnostics, since TAP has none. */
export const tap: ReportFormat = {
  ...ndjson,
  name: "tap",
  one: (report) => stream([report]),
  ofClass: (entries) => stream(entries.map((entry): Report => JSON.parse(entry))),
};

function stream(reports: readonly Report[]): string {
  let count = 0;
  const tests = reports.flatMap((report) =>
    report.criteria.length === 0
      ? [line("not ok", ++count, `${report.submission.id}: ${report.notes[0] ?? report.status}`, "")]
      : report.criteria.map((verdict) => testOf(verdict, ++count, report.submission.id)),
  );
  return `TAP version 14\n1..${count}${count === 0 ? " # nothing was handed in" : ""}\n${tests.join("")}`;
}

function testOf(verdict: Verdict, number: number, submission: string): string {
  const { id, title, outcome, points, maximum, message, cause, bonus } = verdict;
  const name = `${submission}: ${title}`;
  if (outcome === "pass") return line("ok", number, name, "");
  if (outcome === "fail" && !bonus) {
    const data = { id, score: points, max_score: maximum, file: cause?.file, line: cause?.range.start.line };
    return `${line("not ok", number, name, "")}  ---\n  message: ${inYaml(message)}\n  severity: fail\n  data: ${inYaml(data)}\n  ...\n`;
  }
  const why = outcome === "blocked" ? "blocked" : outcome === "fail" ? "extra points" : "to be reviewed";
  return line("ok", number, name, ` # SKIP ${why}`);
}

/* JSON on one line is YAML as well. */
const inYaml = (value: unknown): string => visibleJson(JSON.stringify(value));

const line = (state: string, number: number, name: string, directive: string): string =>
  `${state} ${number} - ${visible(name).replace(/[\\#]/g, "\\$&")}${directive}\n`;
