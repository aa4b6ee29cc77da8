import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { endlessReport } from "../spoiled-report.ts";
import { plural } from "../look/words.ts";
import { visible, visibleLines } from "../reports/visible.ts";
import type { Invocation } from "./arguments.ts";
import { exit, type ExitStatus, UsageError } from "./exit-status.ts";
import { defaultSinks, WALL_CLOCK } from "./grade-one.ts";
import { loadLesson } from "./load-lesson.ts";
import { type Done, type Job, runPool } from "./pool.ts";
import { progress } from "./progress.ts";
import { submissionId } from "./read-submission.ts";
import { OpenSinks } from "./sinks.ts";

/** `drydock-grade batch LESSON SUBMISSIONS`: every entry of the folder is a submission, in order of their names. */
export async function batch({
  lesson: folder,
  submissions,
  sinks: asked,
  jobs,
  shard,
  failUnder,
}: Extract<Invocation, { command: "batch" }>): Promise<ExitStatus> {
  const lesson = loadLesson(folder);
  const paths = entriesOf(submissions).filter((_, i) => i % shard[1] === shard[0] - 1);
  const sinks = defaultSinks(asked, "ndjson");
  process.stderr.write(`${plural(paths.length, "submission")} in ${visible(submissions)}, layout folders\n`);
  const out = new OpenSinks(sinks);
  const formats = sinks.map(({ format }) => format);
  const shown = progress(paths.length);
  let interrupted = false;
  const stop = (): void => {
    interrupted = true;
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  const counts = { notGraded: 0, errors: 0, under: 0 };
  try {
    await runPool(paths, { lesson: folder, formats: formats.map(({ name }) => name) }, jobs, WALL_CLOCK, {
      stopped: () => interrupted,
      result(done) {
        out.add(done.entries);
        if (done.exit === exit.internal) counts.errors++;
        if (done.exit === exit.notAllGraded) counts.notGraded++;
        if (failUnder !== undefined && done.percent < failUnder) counts.under++;
        if (done.trouble !== undefined)
          process.stderr.write(
            `\n${visible(submissionId(paths[done.index] ?? ""))}: ${visibleLines(done.trouble)}\n`,
          );
        shown.step();
      },
      spoil(job: Job, why: string): Done {
        const report = endlessReport(lesson, submissionId(job.path));
        return {
          index: job.index,
          entries: formats.map((format) => format.entry(report)),
          status: "error",
          exit: exit.internal,
          percent: 100,
          trouble: why,
        };
      },
    });
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
    out.close();
    shown.end();
  }
  if (interrupted) return exit.interrupted;
  if (counts.errors > 0) return exit.internal;
  if (counts.notGraded > 0) return exit.notAllGraded;
  return counts.under > 0 ? exit.underLimit : exit.graded;
}

/** Paths of the submissions, sorted by id. Hidden files are none; two of one id stop the run, since one would overwrite the other. */
function entriesOf(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`there is no folder ${folder}`);
  const byId = new Map<string, string>();
  for (const name of readdirSync(folder).sort()) {
    if (name.startsWith(".") || name === "__MACOSX") continue;
    const id = submissionId(name);
    const other = byId.get(id);
    if (other !== undefined)
      throw new UsageError(`${other} and ${name} are two submissions of one id, ${JSON.stringify(id)}`);
    byId.set(id, name);
  }
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => join(folder, name));
}
