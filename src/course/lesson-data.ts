import { type Lesson, lessonVersion } from "@drydock/grader";
import { type LessonProblem, problemWords, readBehaviour, readRubric } from "@drydock/grader/authoring";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lessonsFolder } from "./lessons-folder.ts";
import { readFiles } from "./read-files.ts";

const broken = (problems: readonly LessonProblem[]): Error =>
  new Error(problems.map((problem) => problemWords(problem)).join("\n"));

/** A lesson's folder as the grader takes it. @throws {Error} with every problem of its rubric, `path:line:column` first. */
export const lessonData = (id: string): Lesson => {
  const folder = join(lessonsFolder, id);
  const path = join(folder, "rubric.yaml");
  const read = readRubric(path, readFileSync(path, "utf8"));
  if ("problems" in read) throw broken(read.problems);
  const start = readFiles(join(folder, "start"));
  const solution = readFiles(join(folder, "solution"));
  const behaviour = join(folder, "behaviour.yaml");
  const declared = existsSync(behaviour)
    ? readBehaviour(behaviour, readFileSync(behaviour, "utf8"), [start, solution])
    : undefined;
  if (declared && "problems" in declared) throw broken(declared.problems);
  return {
    id,
    version: lessonVersion(readFiles(folder)),
    rubric: read.rubric,
    start,
    solution,
    ...(declared && { blackBoxes: declared.blackBoxes }),
  };
};
