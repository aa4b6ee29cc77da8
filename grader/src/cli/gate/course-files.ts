import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import * as z from "zod/mini";
import { issueProblems } from "../../authoring/issue-problems.ts";
import { problemWords, readYaml } from "../../authoring/read-yaml.ts";
import type { SourceMap } from "../../authoring/source-map.ts";
import { readWords } from "./read-words.ts";

/** `module/lesson`, as lessons are ordered. */
export const lessonPath = (folder: string): string => resolve(folder).split("/").slice(-2).join("/");

/** The folder of all modules, two above the lesson. */
export const courseOf = (folder: string): string => dirname(dirname(resolve(folder)));

const sentence = z.string().check(z.minLength(1, "a few words"));
const concepts = z.array(
  z.strictObject({
    id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, "lower case, with hyphens (build-cache)")),
    name: sentence,
    sentence,
  }),
);
const moduleWords = z.strictObject({ title: z.optional(sentence), summary: z.optional(sentence) });

type Read<Value> =
  | { readonly value: Value; readonly map: SourceMap; readonly file: string }
  | { readonly problems: readonly string[] };

/** Ids of concepts.yaml, or what is wrong with it; neither for a lesson outside of a course. */
export function readConcepts(
  folder: string,
): { readonly ids: readonly string[] } | { readonly problems: readonly string[] } {
  const read = readFile(join(courseOf(folder), "concepts.yaml"), concepts);
  if (!read || "problems" in read) return { problems: read?.problems ?? [] };
  const ids = read.value.map(({ id }) => id);
  const twice = ids.flatMap((id, i) => {
    const { line, column } = read.map.value([i, "id"]);
    return ids.indexOf(id) < i
      ? [`${read.file}:${line}:${column}: the id ${JSON.stringify(id)} is used twice`]
      : [];
  });
  return twice.length > 0 ? { problems: twice } : { ids };
}

/** What is wrong with the files that a lesson shares with others: concepts.yaml of the course, module.yaml of the module. */
export function courseProblems(folder: string): readonly string[] {
  const read = readConcepts(folder);
  const module = readFile(join(dirname(resolve(folder)), "module.yaml"), moduleWords);
  return [
    ...numberTwice(folder),
    ...("problems" in read ? read.problems : []),
    ...(module && "problems" in module ? module.problems : []),
  ];
}

/** Another lesson or module of the same number: in the course they could not be told apart. */
function numberTwice(folder: string): string[] {
  if (!existsSync(join(courseOf(folder), "concepts.yaml"))) return [];
  const module = dirname(resolve(folder));
  return [module, resolve(folder)].flatMap((place) => {
    const name = basename(place);
    const number = /^\d+-/.exec(name)?.[0];
    const other = readdirSync(dirname(place)).find(
      (each) => number !== undefined && each !== name && each.startsWith(number),
    );
    return other === undefined ? [] : [`${folder}:1:1: ${name} has the number of ${other}`];
  });
}

function readFile<Value>(path: string, schema: z.ZodMiniType<Value>): Read<Value> | undefined {
  if (!existsSync(path)) return undefined;
  const near = relative("", path);
  const file = near.startsWith("..") ? path : near;
  const words = readWords(path);
  if ("problem" in words) return { problems: [words.problem] };
  const yaml = readYaml(file, words.text);
  if ("problems" in yaml) return { problems: yaml.problems.map(problemWords) };
  const parsed = z.safeParse(schema, yaml.value);
  if (parsed.success) return { value: parsed.data, map: yaml.map, file };
  return {
    problems: parsed.error.issues
      .flatMap((issue) => issueProblems(schema, issue, yaml.value, yaml.map, []))
      .map((problem) => problemWords({ path: file, ...problem })),
  };
}
