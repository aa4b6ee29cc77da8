import { existsSync, statSync } from "node:fs";
import { endlessReport } from "../../spoiled-report.ts";
import { plural } from "../../look/words/words.ts";
import { own } from "../../own.ts";
import { visible, visibleLines } from "../../reports/visible.ts";
import type { Recipient } from "../../reports/format.ts";
import type { BatchWords } from "./batch-words.ts";
import { isZip, unpackClass } from "../handed/class-zip.ts";
import { type Done, doneWith, type Telling } from "./done.ts";
import { exit, type ExitStatus } from "../exit-status.ts";
import type { Handed } from "../handed/handed.ts";
import { loadLesson } from "../lesson/load-lesson.ts";
import { NO_VERDICT, notThere } from "../reports/not-there.ts";
import { planOf } from "./plan.ts";
import { runPool } from "./pool.ts";
import { progress } from "./progress.ts";
import { readLateRule } from "./read-late-rule.ts";
import { readOverrides } from "../reports/read-overrides.ts";
import { type Sink, sinksOr } from "../reports/report-options.ts";
import { Resumed } from "./resumed.ts";
import { readRoster } from "./roster.ts";
import { OpenSinks } from "./sinks.ts";
import { Tally } from "./tally.ts";

/** What the command was told. */
export interface BatchAsked extends BatchWords {
  readonly sinks: readonly Sink[];
  readonly to: Recipient;
  readonly failUnder: number | undefined;
  readonly quiet: boolean;
}

/** `drydock-grade batch LESSON SUBMISSIONS`: one line of the report for each learner, ordered as `LC_ALL=C sort` orders the lines. */
export async function batch(asked: BatchAsked): Promise<ExitStatus> {
  const interruption: Interruption = { came: false };
  const stop = (): void => void (interruption.came = true);
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  try {
    return await gradeUnpacked(asked, interruption);
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  }
}

/** Whether somebody wants the run to end: the submission that is being graded ends first, and nothing that is laid aside stays. */
interface Interruption {
  came: boolean;
}

async function gradeUnpacked(asked: BatchAsked, interruption: Interruption): Promise<ExitStatus> {
  const { submissions } = asked;
  if (!isZip(submissions) || !existsSync(submissions) || !statSync(submissions).isFile())
    return gradeAll(asked, submissions, [], interruption);
  const unpacked = await unpackClass(submissions);
  try {
    return await gradeAll(asked, unpacked.folder, unpacked.notices, interruption);
  } finally {
    unpacked.remove();
  }
}

async function gradeAll(
  asked: BatchAsked,
  folder: string,
  left: readonly string[],
  interruption: Interruption,
): Promise<ExitStatus> {
  const { submissions, jobs, limit, shard, failUnder } = asked;
  const roster = asked.roster === undefined ? undefined : readRoster(asked.roster);
  const to: Recipient = { ...asked.to, learners: roster?.rows };
  const lesson = loadLesson(asked.lesson);
  const telling: Telling = {
    to,
    late: asked.late === undefined ? undefined : readLateRule(asked.late),
    decisions: asked.overrides === undefined ? undefined : readOverrides(asked.overrides, lesson),
  };
  const plan = planOf(folder, { layout: asked.layout, roster, attempt: asked.attempt });
  const learners = plan.learners.filter((_, i) => i % shard[1] === (shard[0] + shard[1] - 1) % shard[1]);
  const sinks = sinksOr(asked.sinks, "ndjson");
  const formats = sinks.map(({ format }) => format);
  const resumed = asked.resume === undefined ? undefined : new Resumed(asked.resume, lesson);
  const isKept = (id: string): boolean => resumed?.lines.has(id) ?? false;
  const say = (line: string): void => {
    if (!asked.quiet) process.stderr.write(`${line}\n`);
  };
  say(`${plural(learners.length, "submission")} in ${visible(submissions)}, layout ${plan.layout}`);
  for (const notice of [...some(left), ...plan.notices, ...strangers(telling, plan.learners)]) say(notice);
  const work = learners.flatMap((attempts) => (isKept(attempts[0]?.id ?? "") ? [] : attempts));
  if (resumed) say(`${plural(resumed.lines.size, "line")} kept, ${work.length} left to grade`);

  const out = new OpenSinks(sinks, to);
  const shown = progress(learners.length, asked.quiet);
  const tally = new Tally(failUnder);
  const unsettled: string[] = [];
  const write = (done: Done, { id }: Handed): void => {
    if (done.score === undefined && own(telling.decisions, id)) unsettled.push(id);
    out.add(done.entries);
    tally.count(done);
    shown.step();
  };
  const complain = ({ id }: Handed, { trouble }: Done): void => {
    if (trouble !== undefined) process.stderr.write(`\n${visible(id)}: ${visibleLines(trouble)}\n`);
  };
  /* Learners whose line is written, and the attempts of the next one that are graded already. */
  let at = 0;
  let attempts: Done[] = [];
  const writeKept = (): void => {
    for (let first = learners[at]?.[0]; first && isKept(first.id); first = learners[++at]?.[0]) {
      const report = resumed?.lines.report(first.id);
      if (report) write(doneWith(report, first, formats, telling), first);
    }
  };
  try {
    writeKept();
    const setup = {
      lesson: asked.lesson,
      formats: formats.map(({ name }) => name),
      cache: asked.cache,
      telling,
    };
    await runPool(work, setup, jobs, limit, {
      stopped: () => interruption.came,
      result(done, index) {
        const handed = work[index];
        if (!handed) return;
        complain(handed, done);
        attempts.push(done);
        if (attempts.length < (learners[at]?.length ?? 1)) return;
        write(best(attempts), handed);
        attempts = [];
        at++;
        writeKept();
      },
      spoil: ({ handed }, why) => doneWith(endlessReport(lesson, handed.id), handed, formats, telling, why),
    });
    out.close();
  } finally {
    out.drop();
    shown.end();
  }
  for (const notice of notThere(NO_VERDICT, unsettled)) say(notice);
  if (interruption.came) return exit.interrupted;
  resumed?.finish();
  return tally.exit;
}

/** The first of many notices. */
const some = (notices: readonly string[]): readonly string[] =>
  notices.length > 10 ? [...notices.slice(0, 10), `and ${notices.length - 10} more`] : notices;

/** The attempt with the most points that count, of equals the first; one without a verdict only where none has one. */
const best = (attempts: readonly Done[]): Done =>
  attempts.reduce((one, two) => ((two.score ?? -1) > (one.score ?? -1) ? two : one));

/** Decisions and extensions about nobody who is there: a name that was mistyped would else change nothing, and nobody would know. */
function strangers(
  { decisions = {}, late }: Telling,
  learners: readonly (readonly Handed[])[],
): readonly string[] {
  const ids = new Set(learners.flatMap((attempts) => attempts.flatMap(({ id, of }) => [id, of ?? id])));
  const unknown = (names: object): string[] => Object.keys(names).filter((id) => !ids.has(id));
  return [
    ...notThere("settled, but not handed in", unknown(decisions)),
    ...notThere("with more time, but not handed in", unknown(late?.extensions ?? {})),
  ];
}
