import type { BlackBox, FileState } from "@drydock/engine";
import { digestOf } from "@drydock/engine";
import * as z from "zod/mini";
import { textOf } from "../edit.ts";
import { behaviourSchema } from "./behaviour-schema.ts";
import { declaredRepository } from "./declared-repository.ts";
import { issueProblems } from "./issue-problems.ts";
import { type LessonProblem, readYaml } from "./read-yaml.ts";

/** The programs and repositories that a lesson declares, or everything that is wrong with its behaviour.yaml, in order of the lines. */
export type ReadBehaviour =
  | { readonly blackBoxes: readonly BlackBox[] }
  | { readonly problems: readonly LessonProblem[] };

/**
 * Reads behaviour.yaml.
 *
 * Each source must lie in start/ or solution/ with the digest that is declared, at its path or below a folder: what is declared
 * of bytes that the lesson does not have would never be looked at.
 */
export function readBehaviour(path: string, text: string, folders: readonly FileState[]): ReadBehaviour {
  const yaml = readYaml(path, text);
  if ("problems" in yaml) return yaml;
  const { map, value } = yaml;
  const parsed = z.safeParse(behaviourSchema, value);
  const problems: LessonProblem[] = [];
  const add = (place: { line: number; column: number }, message: string): void =>
    void problems.push({ path, ...place, message });
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      for (const { message, ...place } of issueProblems(behaviourSchema, issue, value, map, []))
        add(place, message);
    return { problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) };
  }
  const names = new Set<string>();
  for (const [at, program] of parsed.data.programs.entries()) {
    const here = ["programs", at];
    if (names.has(program.name))
      add(map.value([...here, "name"]), `the name ${JSON.stringify(program.name)} is used twice`);
    names.add(program.name);
    if ((program.build === undefined) === (program.interpreter === undefined))
      add(map.value(here), "expected either build or interpreter");
    for (const [source, digest] of Object.entries(program.sources)) {
      const found = folders.flatMap((files) => digestsOf(files, source));
      if (found.includes(digest)) continue;
      const words =
        found[0] === undefined ? `neither start/ nor solution/ has ${source}` : `${source} is ${found[0]}`;
      add(map.value([...here, "sources", source]), words);
    }
  }
  const boxes: BlackBox[] = [...parsed.data.programs];
  for (const [at, declared] of parsed.data.repositories.entries()) {
    const made = declaredRepository(declared);
    if ("message" in made) add(map.value(["repositories", at, ...made.path]), made.message);
    else boxes.push({ name: declared.url, sources: {}, runs: [], repository: made.repository });
  }
  return problems.length > 0 ? { problems } : { blackBoxes: boxes };
}

const digestsOf = (files: FileState, source: string): string[] =>
  Object.entries(files)
    .filter(([path]) => path === source || path.endsWith(`/${source}`))
    .flatMap(([, entry]) => {
      const text = textOf(entry);
      return text === undefined ? [] : [digestOf(text)];
    });
