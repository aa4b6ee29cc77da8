import { existsSync } from "node:fs";
import type { Lesson } from "../../lesson.ts";
import { Refusal } from "../../submission/limits.ts";
import { LessonError } from "../exit-status.ts";
import { courseProblems } from "./course-files.ts";
import { graded } from "./graded.ts";
import { layoutProblems } from "./layout-problems.ts";
import { passingProblems } from "./passing-problems.ts";
import { Places } from "./places.ts";
import { questionProblems } from "./question-problems.ts";
import { rubricProblems } from "./rubric-problems.ts";
import { startProblems } from "./start-problems.ts";
import { wrongProblems } from "./wrong-problems.ts";
import { loadLesson } from "../lesson/load-lesson.ts";
import { proseProblems } from "../prose/prose-problems.ts";
import { below } from "../output/shown.ts";
import { unwritten } from "./unwritten.ts";

/** Everything that is wrong with a lesson as its own attempts show it: `path:line:column: message`, one a line. */
export async function gate(folder: string): Promise<string[]> {
  const layout = layoutProblems(folder);
  const read = tryLesson(folder, layout.length === 0);
  const lesson = "lesson" in read ? read.lesson : undefined;
  const solved = lesson && existsSync(below(folder, "solution")) ? lesson : undefined;
  const problems = [
    ...layout,
    ...courseProblems(folder),
    ...proseProblems(folder, solved),
    ...unwritten(folder),
    ...("problems" in read ? read.problems : []),
  ];
  if (!lesson || !solved || !existsSync(below(folder, "start"))) return problems;
  const places = new Places(folder, lesson);
  problems.push(...rubricProblems(lesson, places));
  const passing = passingProblems(folder, lesson, places);
  problems.push(...passing);
  const start = graded(lesson, below(folder, "start"));
  if ("problem" in start) problems.push(start.problem);
  else problems.push(...startProblems(lesson, start.report, places));
  if (passing.length === 0) problems.push(...questionProblems(lesson, folder, places));
  problems.push(...wrongProblems(folder, lesson, "report" in start ? start.report : undefined, places));
  return problems;
}

/** The lesson, or what is wrong with its rubric and its files. */
function tryLesson(
  folder: string,
  whole: boolean,
): { readonly lesson: Lesson } | { readonly problems: readonly string[] } {
  try {
    return { lesson: loadLesson(folder) };
  } catch (error) {
    if (error instanceof LessonError) return { problems: error.lines };
    // A start that is no folder was told already.
    if (error instanceof Refusal) return { problems: whole ? [`${folder}:1:1: ${error.message}`] : [] };
    throw error;
  }
}
