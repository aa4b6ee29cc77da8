import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import type { FileState } from "@drydock/engine";
import { problemWords } from "../../authoring/read-yaml.ts";
import { readBehaviour } from "../../authoring/read-behaviour.ts";
import { readRubric } from "../../authoring/read-rubric.ts";
import type { Lesson } from "../../lesson.ts";
import { lessonVersion } from "../../lesson-version.ts";
import { LessonError, UsageError } from "../exit-status.ts";
import { readWords } from "../gate/read-words.ts";
import { readFolder } from "../handed/read-folder.ts";
import { below as inFolder } from "../output/shown.ts";

/** The path below the nearest folder `lessons`, else the folder's own name. */
export function lessonId(folder: string): string {
  const parts = resolve(folder).split(sep);
  const at = parts.lastIndexOf("lessons");
  return at >= 0 && at < parts.length - 1 ? parts.slice(at + 1).join("/") : basename(resolve(folder));
}

const below = (folder: string): FileState => (existsSync(folder) ? readFolder(folder) : {});

const under = (name: string, files: FileState): FileState =>
  Object.fromEntries(Object.entries(files).map(([path, entry]) => [`${name}/${path}`, entry]));

/** Reads a lesson's folder. @throws {LessonError} with every problem; @throws {UsageError} where there is no such folder. */
export function loadLesson(folder: string): Lesson {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`there is no lesson folder ${folder}`);
  const file = join(folder, "rubric.yaml");
  const shown = inFolder(folder, "rubric.yaml");
  if (!existsSync(file)) throw new LessonError([`${shown}:1:1: the file is missing`]);
  const words = readWords(shown);
  if ("problem" in words) throw new LessonError([words.problem]);
  const { text } = words;
  const read = readRubric(shown, text);
  if ("problems" in read) throw new LessonError(read.problems.map(problemWords));
  const start = below(join(folder, "start"));
  const solution = below(join(folder, "solution"));
  const behaviour = behaviours(folder);
  const declared = behaviour["behaviour.yaml"];
  const programs =
    typeof declared === "string"
      ? readBehaviour(inFolder(folder, "behaviour.yaml"), declared, [start, solution])
      : undefined;
  if (programs && "problems" in programs) throw new LessonError(programs.problems.map(problemWords));
  const version = lessonVersion({
    "rubric.yaml": text,
    ...behaviour,
    ...under("start", start),
    ...under("solution", solution),
  });
  return {
    id: lessonId(folder),
    version,
    rubric: read.rubric,
    start: withoutSession(start),
    solution: withoutSession(solution),
    ...(programs && { blackBoxes: programs.blackBoxes }),
  };
}

/** A lesson that is solved in the terminal keeps its session beside the files; it is never part of a build. */
const withoutSession = ({ "session.json": _session, ...files }: FileState): FileState => files;

function behaviours(folder: string): FileState {
  const file = join(folder, "behaviour.yaml");
  return {
    ...(existsSync(file) ? { "behaviour.yaml": readFileSync(file, "utf8") } : {}),
    ...under("behaviour", below(join(folder, "behaviour"))),
  };
}
