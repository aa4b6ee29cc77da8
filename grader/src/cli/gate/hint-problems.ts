import { parseDockerfile } from "@drydock/engine";
import { textOf } from "../../edit.ts";
import type { Lesson } from "../../lesson.ts";
import { dockerfilePath } from "../../rubric/dockerfile-path.ts";
import type { Criterion, Rubric } from "../../rubric/rubric.ts";
import type { Places } from "./places.ts";

/** Rungs of a ladder: a question, what it is about, the answer. */
const RUNGS = 3;
const LEAST = "RUN a".length;

/**
 * Each ladder of a graded criterion has three rungs, all of them said, none twice, and only the last may hold a line of the solution.
 */
export function hintProblems(
  { id, points, bonus, hints, ladders = [] }: Criterion,
  index: number,
  { start, solution }: Pick<Lesson, "start" | "solution">,
  { image }: Rubric,
  places: Places,
): string[] {
  const name = dockerfilePath(image);
  const given = instructionsOf(textOf(start[name]));
  const answer = instructionsOf(textOf(solution[name])).filter((each) => !given.includes(each));
  const all = [
    ...ladders.map(({ fact, value, hints: rungs }) => ({
      rungs,
      key: value === undefined ? fact : `${fact} = ${value}`,
    })),
    { rungs: hints, key: "else" },
  ];
  return all.flatMap(({ rungs, key }) => {
    const problems: string[] = [];
    const of = ladders.length > 0 ? `${id} (${key})` : id;
    const place = (i: number): string => {
      const path = ["criteria", index, "hints", ...(ladders.length > 0 ? [key] : []), i];
      return places.at(path);
    };
    if (points > 0 && !bonus && rungs.length < RUNGS)
      problems.push(`${places.of(id)}: ${of} has ${rungs.length} hints, a graded criterion needs ${RUNGS}`);
    for (const [i, rung] of rungs.entries()) {
      const said = squeezed(rung);
      if (said === "") problems.push(`${place(i)}: hint ${i + 1} of ${of} is empty`);
      else if (rungs.findIndex((other) => squeezed(other) === said) < i)
        problems.push(`${place(i)}: hint ${i + 1} of ${of} says what an earlier one says`);
      const told = i < rungs.length - 1 && answer.find((line) => said.includes(line));
      if (told)
        problems.push(
          `${place(i)}: hint ${i + 1} of ${of} gives the solution away (${told}), which only the last may do`,
        );
    }
    return problems;
  });
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Every instruction on one line, as a hint would hold it. */
const instructionsOf = (text: string | undefined): string[] =>
  text === undefined
    ? []
    : parseDockerfile(text)
        .stages.flatMap(({ from, instructions }) => [from, ...instructions])
        .map(({ range: { start, end } }) =>
          squeezed(
            text
              .split("\n")
              .slice(start.line - 1, end.line)
              .join("\n")
              .replaceAll(/\\\n/g, " "),
          ),
        )
        .filter((line) => line.length > LEAST);
