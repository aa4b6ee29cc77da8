import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { plural } from "../look/words.ts";
import { gate } from "./gate.ts";
import { exit, type ExitStatus, LessonError, UsageError } from "./exit-status.ts";

/** `drydock-grade check`: the authoring gate over some lessons, or over all below `lessons/`. */
export async function check(folders: readonly string[]): Promise<ExitStatus> {
  const lessons = folders.length > 0 ? folders : lessonsBelow("lessons");
  if (lessons.length === 0)
    throw new UsageError("there is no lesson here: no folder lessons/ holds a rubric.yaml");
  let broken = 0;
  for (const folder of lessons) {
    const lines = await problemsOf(folder);
    if (lines.length > 0) broken++;
    for (const line of lines) process.stdout.write(`${line}\n`);
  }
  process.stderr.write(`${plural(lessons.length, "lesson")}, ${broken} broken\n`);
  return broken > 0 ? exit.brokenLesson : exit.graded;
}

async function problemsOf(folder: string): Promise<readonly string[]> {
  try {
    return await gate(folder);
  } catch (error) {
    if (error instanceof LessonError) return error.lines;
    throw error;
  }
}

function lessonsBelow(folder: string, depth = 0): string[] {
  if (depth > 4 || !existsSync(folder)) return [];
  if (existsSync(join(folder, "rubric.yaml"))) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => lessonsBelow(join(folder, name), depth + 1))
    .sort();
}
