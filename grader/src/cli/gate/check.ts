import { plural } from "../../look/words/words.ts";
import { visible, visibleLines } from "../../reports/visible.ts";
import { gate } from "./gate.ts";
import { lessonsBelow } from "../lesson/lessons-below.ts";
import { loadLesson } from "../lesson/load-lesson.ts";
import { type MutantsTold, mutantsTold } from "./survivors.ts";
import { exit, type ExitStatus, LessonError, UsageError } from "../exit-status.ts";

/** `drydock-grade check`: the authoring gate over some lessons, or over all below `lessons/`. With `mutate` also the mutants that survive without a reason. */
export async function check(folders: readonly string[], mutate = false): Promise<ExitStatus> {
  const lessons = folders.length > 0 ? folders : lessonsBelow("lessons");
  if (lessons.length === 0)
    throw new UsageError("there is no lesson here: no folder lessons/ holds a rubric.yaml");
  let broken = 0;
  let errors = 0;
  for (const folder of lessons) {
    try {
      const problems = await problemsOf(folder);
      const mutants = mutate && problems.length === 0 ? mutantsTold(folder, loadLesson(folder)) : undefined;
      const lines = mutants?.problems ?? problems;
      if (mutants) process.stderr.write(`${visible(folder)}: ${counted(mutants)}\n`);
      if (lines.length > 0) broken++;
      for (const line of lines) process.stdout.write(`${visible(line)}\n`);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      /* Ours, and no reason to keep back what is wrong with the other lessons. */
      errors++;
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`${visible(folder)}: ${visibleLines(words)}\n`);
    }
  }
  const failed = errors > 0 ? `, Drydock failed at ${errors}` : "";
  process.stderr.write(`${plural(lessons.length, "lesson")}, ${broken} broken${failed}\n`);
  return broken > 0 ? exit.brokenLesson : errors > 0 ? exit.internal : exit.graded;
}

const counted = ({ counts: { killed, same, excused, survived } }: MutantsTold): string =>
  `${plural(killed + same + excused + survived, "mutant")}: ${killed} killed, ${same} build the same, ${excused} excused, ${survived} survived`;

async function problemsOf(folder: string): Promise<readonly string[]> {
  try {
    return await gate(folder);
  } catch (error) {
    if (error instanceof LessonError) return error.lines;
    throw error;
  }
}
