import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { issueProblems } from "../../authoring/issue-problems.ts";
import { type LessonHead, lessonHead } from "../../authoring/lesson-head.ts";
import { problemWords, readYaml } from "../../authoring/read-yaml.ts";
import { didYouMean } from "../../look/words/did-you-mean.ts";
import { courseOf, lessonPath, readConcepts } from "../gate/course-files.ts";
import type { Prose } from "./read-prose.ts";

/** What is wrong with a lesson's head, and with the concepts that it names: each is a row of concepts.yaml, taught once, and never needed before. */
export function headProblems(folder: string, { file, head }: Prose): string[] {
  // The first line is kept, empty: places stay those of the file.
  const yaml = readYaml(file, head.slice(3, -3));
  if ("problems" in yaml) return yaml.problems.map(problemWords);
  const parsed = z.safeParse(lessonHead, yaml.value);
  if (!parsed.success)
    return parsed.error.issues
      .flatMap((issue) => issueProblems(lessonHead, issue, yaml.value, yaml.map, []))
      .map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
  const concepts = readConcepts(folder);
  if (!("ids" in concepts)) return [];
  const problem = conceptProblem(folder, parsed.data, concepts.ids);
  return (["needs", "teaches"] as const).flatMap((list) =>
    parsed.data[list].flatMap((word, i, words) => {
      const { line, column } = yaml.map.value([list, i]);
      const message = words.indexOf(word) < i ? `${word} stands here twice` : problem(list, word);
      return message === undefined ? [] : [`${file}:${line}:${column}: ${message}`];
    }),
  );
}

/** What is wrong with one word of a list. */
function conceptProblem(
  folder: string,
  { teaches }: LessonHead,
  rows: readonly string[],
): (list: "needs" | "teaches", word: string) => string | undefined {
  const taught = taughtBy(folder);
  const here = lessonPath(folder);
  const first = Math.min(...teaches.map((each) => rows.indexOf(each)).filter((row) => row >= 0));
  return (list, word) => {
    if (!rows.includes(word)) {
      const near = didYouMean(word, rows);
      return `${JSON.stringify(word)} is no row of concepts.yaml${near === undefined ? "" : `; did you mean ${JSON.stringify(near)}?`}`;
    }
    const teacher = taught.get(word);
    if (list === "teaches")
      return teacher === undefined || teacher === here
        ? undefined
        : `${word} is taught by ${teacher} already`;
    if (teaches.includes(word)) return `${word} is needed here and taught only here`;
    if (teacher !== undefined && teacher > here)
      return `${word} is needed here and taught only in ${teacher}, which comes later`;
    return rows.indexOf(word) > first
      ? `${word} stands in concepts.yaml after what this lesson teaches`
      : undefined;
  };
}

/** Which lesson of the course is the first to teach a concept. */
function taughtBy(folder: string): ReadonlyMap<string, string> {
  const course = courseOf(folder);
  const taught = new Map<string, string>();
  for (const module of foldersIn(course)) {
    if (!/^\d/.test(module)) continue;
    for (const name of foldersIn(join(course, module))) {
      const file = join(course, module, name, "lesson.mdx");
      if (!existsSync(file)) continue;
      for (const word of teachesOf(readFileSync(file, "utf8")))
        if (!taught.has(word)) taught.set(word, `${module}/${name}`);
    }
  }
  return taught;
}

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

function teachesOf(text: string): LessonHead["teaches"] {
  const [, head = ""] = /^---\r?\n([^]*?)\r?\n---/.exec(text) ?? [];
  const yaml = readYaml("", head);
  const parsed =
    "value" in yaml ? z.safeParse(z.object({ teaches: z.array(z.string()) }), yaml.value) : undefined;
  return parsed?.success ? parsed.data.teaches : [];
}
