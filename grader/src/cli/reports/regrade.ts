import { problemWords } from "../../authoring/read-yaml.ts";
import { readRubric } from "../../authoring/read-rubric.ts";
import { plural } from "../../look/words/words.ts";
import { own } from "../../own.ts";
import { type Decisions, notSettled, settle } from "../../overrides.ts";
import { fallen, regrade, withLateness } from "../../regrade.ts";
import type { Report } from "../../report.ts";
import type { Recipient } from "../../reports/format.ts";
import { counted } from "../../reports/parts/counted.ts";
import { visible } from "../../reports/visible.ts";
import type { Rubric } from "../../rubric/rubric.ts";
import { type ExitStatus, LessonError, UsageError } from "../exit-status.ts";
import { NO_VERDICT, notThere } from "./not-there.ts";
import { readOverrides } from "./read-overrides.ts";
import { readText } from "../words/read-text.ts";
import { type Sink, sinksOr } from "./report-options.ts";
import { ReportsFile } from "./reports-file.ts";
import { entriesOf, OpenSinks } from "../batch/sinks.ts";
import { Tally } from "../batch/tally.ts";
import { percent, statusExit } from "../single/verdict-exit.ts";

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
  const say = (line: string): void => {
    if (!asked.quiet) process.stderr.write(`${line}\n`);
  };
  if (decisions) for (const notice of unsettleable(reports, rubric, decisions)) say(notice);
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
  say(`${plural(fell, "grade")} fell`);
  return tally.exit;
}

/**
 * Decisions that change nothing, as notices: about nobody who is there, or where there is no verdict. @throws {UsageError} where one is about
 * no criterion or gives more points than there are: it would be passed over, or cut, without a word.
 */
function unsettleable(
  reports: ReportsFile,
  rubric: Rubric | undefined,
  decisions: Decisions,
): readonly string[] {
  const left = new Set(Object.keys(decisions));
  const without: string[] = [];
  for (const { submission, criteria } of reports) {
    const mine = own(decisions, submission.id);
    if (!mine) continue;
    left.delete(submission.id);
    if (criteria.length === 0) without.push(submission.id);
    const asked = rubric
      ? [...rubric.criteria, ...rubric.questions].map(({ id, points }) => ({ id, maximum: points }))
      : criteria;
    for (const { criterion, points } of criteria.length === 0 ? [] : Object.values(mine)) {
      const wrong = notSettled(criterion, points, asked);
      if (wrong) throw new UsageError(`${submission.id}: ${wrong.words}`);
    }
  }
  return [...notThere("settled, but not in the report", [...left]), ...notThere(NO_VERDICT, without)];
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
