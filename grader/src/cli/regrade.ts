import { problemWords } from "../authoring/read-yaml.ts";
import { readRubric } from "../authoring/read-rubric.ts";
import { plural } from "../look/words.ts";
import { type Decisions, settle } from "../overrides.ts";
import { fallen, regrade, withLateness } from "../regrade.ts";
import type { Report } from "../report.ts";
import type { Recipient } from "../reports/format.ts";
import { counted } from "../reports/parts/counted.ts";
import { visible } from "../reports/visible.ts";
import type { Rubric } from "../rubric/rubric.ts";
import { type ExitStatus, LessonError } from "./exit-status.ts";
import { readOverrides } from "./read-overrides.ts";
import { readText } from "./read-text.ts";
import { type Sink, sinksOr } from "./report-options.ts";
import { ReportsFile } from "./reports-file.ts";
import { entriesOf, OpenSinks } from "./sinks.ts";
import { Tally } from "./tally.ts";
import { percent, statusExit } from "./verdict-exit.ts";

/** What the command was told. */
export interface RegradeAsked {
  readonly reports: string;
  readonly rubric: string | undefined;
  readonly overrides: string | undefined;
  readonly sinks: readonly Sink[];
  readonly to: Recipient;
  readonly failUnder: number | undefined;
  readonly quiet: boolean;
}

/** `drydock-grade regrade REPORT.ndjson`: new points from what was stored. Every grade that fell is a line on standard error. */
export function regradeAll(asked: RegradeAsked): ExitStatus {
  const reports = new ReportsFile(asked.reports);
  const rubric = asked.rubric === undefined ? undefined : rubricFrom(asked.rubric);
  const decisions = asked.overrides === undefined ? undefined : readOverrides(asked.overrides);
  const sinks = sinksOr(asked.sinks, "ndjson");
  const formats = sinks.map(({ format }) => format);
  /* Written only when all could be read: the same file may be source and target. */
  const out = new OpenSinks(sinks, asked.to, true);
  const tally = new Tally(asked.failUnder);
  let fell = 0;
  try {
    for (const before of reports) {
      const after = changed(before, rubric, decisions);
      out.add(entriesOf(after, formats, asked.to));
      tally.count({ exit: statusExit(after), percent: percent(after) });
      const lines = fallLines(before, after);
      fell += lines.length > 0 ? 1 : 0;
      for (const line of lines) process.stderr.write(`${visible(line)}\n`);
    }
    out.close();
  } finally {
    out.drop();
  }
  if (!asked.quiet) process.stderr.write(`${plural(fell, "grade")} fell\n`);
  return tally.exit;
}

function changed(before: Report, rubric: Rubric | undefined, decisions: Decisions | undefined): Report {
  const again = rubric ? regrade(before, rubric) : before;
  return withLateness(decisions ? settle(again, decisions, true) : again);
}

function fallLines(before: Report, after: Report): string[] {
  const [was, is] = [counted(before) ?? 0, counted(after) ?? 0];
  const list = fallen(before, after).map((each) => `${each.id} ${each.before} to ${each.after}`);
  return is < was
    ? [
        `${before.submission.id}: ${was} of ${before.maximum} to ${is} of ${after.maximum} points (${list.join(", ")})`,
      ]
    : [];
}

function rubricFrom(file: string): Rubric {
  const read = readRubric(file, readText(file));
  if ("problems" in read) throw new LessonError(read.problems.map(problemWords));
  return read.rubric;
}
