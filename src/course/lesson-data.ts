import { type Lesson, lessonVersion } from "@drydock/grader";
import { problemWords, readRubric } from "@drydock/grader/authoring";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lessonsFolder } from "./lessons-folder.ts";
import { readFiles } from "./read-files.ts";

/** A lesson's folder as the grader takes it. @throws {Error} with every problem of its rubric, `path:line:column` first. */
export const lessonData = (id: string): Lesson => {
  const folder = join(lessonsFolder, id);
  const path = join(folder, "rubric.yaml");
  const read = readRubric(path, readFileSync(path, "utf8"));
  if ("problems" in read) throw new Error(read.problems.map((problem) => problemWords(problem)).join("\n"));
  return {
    id,
    version: lessonVersion(readFiles(folder)),
    rubric: read.rubric,
    start: readFiles(join(folder, "start")),
    solution: readFiles(join(folder, "solution")),
  };
};
