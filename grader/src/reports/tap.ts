import type { Verdict } from "../report.ts";
import type { ReportFormat } from "./format.ts";
import { classFormat } from "./parts/class-format.ts";
import { jsonFor } from "./parts/json-for.ts";
import { told } from "./parts/told.ts";
import { visible } from "./visible.ts";

/** TAP version 14: one test a criterion. Points stand in the diagnostics, since TAP has none; the plan comes last, when it is known. */
export const tap: ReportFormat = classFormat("tap", "TAP version 14", function* (reports) {
  yield "TAP version 14\n";
  let count = 0;
  for (const { criteria, submission, notes, status } of reports) {
    if (criteria.length === 0) yield line("not ok", ++count, `${submission.id}: ${notes[0] ?? status}`, "");
    for (const verdict of criteria) yield testOf(verdict, ++count, submission.id);
  }
  yield `1..${count}${count === 0 ? " # nothing was handed in" : ""}\n`;
});

function testOf(verdict: Verdict, number: number, submission: string): string {
  const { id, title, outcome, points, maximum, cause, bonus, override } = verdict;
  const name = `${submission}: ${title}`;
  const data = { id, score: points, max_score: maximum, file: cause?.file, line: cause?.range.start.line };
  /* JSON on one line is YAML as well. */
  const more = (severity: string): string =>
    `  ---\n  message: ${jsonFor(told(verdict))}\n  severity: ${severity}\n  data: ${jsonFor(data)}\n  ...\n`;
  if (outcome === "pass") return line("ok", number, name, "") + (override ? more("comment") : "");
  if (outcome === "fail" && !bonus) return line("not ok", number, name, "") + more("fail");
  const why = outcome === "blocked" ? "blocked" : outcome === "fail" ? "extra points" : "to be reviewed";
  return line("ok", number, name, ` # SKIP ${why}`);
}

const line = (state: string, number: number, name: string, directive: string): string =>
  `${state} ${number} - ${visible(name).replace(/[\\#]/g, "\\$&")}${directive}\n`;
