import { existsSync } from "node:fs";
import type { Lesson } from "../../lesson.ts";
import { readWords } from "../gate/read-words.ts";
import { below } from "../output/shown.ts";
import { componentProblems } from "./component-problems.ts";
import { elementsOf } from "./elements.ts";
import { headProblems } from "./head-problems.ts";
import { headingProblems, headingsOf } from "./heading-problems.ts";
import { linkProblems } from "./link-problems.ts";
import { type ProseProblem, readProse } from "./read-prose.ts";
import { typedIn } from "./typed.ts";
import { typedProblems } from "./typed-problems.ts";

/**
 * What is wrong with a lesson's prose: its head and concepts, its headings, links and pictures, its elements, and what its commands
 * print. Figures, questions and commands only where the lesson could be read.
 */
export function proseProblems(folder: string, lesson: Lesson | undefined): string[] {
  const file = below(folder, "lesson.mdx");
  if (!existsSync(file)) return [`${file}:1:1: the file is missing`];
  const read = readWords(file);
  if ("problem" in read) return [read.problem];
  const prose = readProse(file, read.text);
  if (prose.head === "")
    return [`${file}:1:1: expected ---, then title, summary, minutes, needs and teaches, then ---`];
  const { elements, problems: broken } = elementsOf(prose);
  const { typed, problems: unprinted } = typedIn(prose, elements);
  const exercise = elements.find(({ name }) => name === "Exercise")?.offset ?? prose.text.length;
  const problems: ProseProblem[] = [
    ...broken,
    ...headingProblems(headingsOf(prose)),
    ...linkProblems(folder, prose, elements),
    ...componentProblems(elements, lesson),
    ...unprinted,
    ...scriptProblems(prose.plain),
    ...(lesson ? typedProblems(lesson, typed, exercise) : []),
  ];
  const told = problems
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, message }) => `${prose.at(offset)}: ${message}`);
  return [...headProblems(folder, prose), ...told];
}

/** A paragraph that begins with one of these words is taken for a program. */
const scriptProblems = (plain: string): ProseProblem[] =>
  [...plain.matchAll(/(?<=\n[ \t]*\r?\n)(import|export)(?=[ \t])/g)].map(({ index, 0: word }) => ({
    offset: index,
    message: `a paragraph that begins with "${word}" is taken for a program: begin it with another word`,
  }));
