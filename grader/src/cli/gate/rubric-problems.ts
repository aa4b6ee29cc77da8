import { parseReference, rules, teachingRules } from "@drydock/engine";
import type { Lesson } from "../../lesson.ts";
import { didYouMean } from "../../look/words/did-you-mean.ts";
import { nearlyComputed } from "../../look/expression.ts";
import { dockerfilePath } from "../../rubric/dockerfile-path.ts";
import { hintProblems } from "./hint-problems.ts";
import type { Places } from "./places.ts";

/** What is wrong with a rubric by itself, before anything is graded. */
export function rubricProblems({ rubric, start, solution }: Lesson, places: Places): string[] {
  const { criteria, questions, image, protect, accepts } = rubric;
  const problems: string[] = [];
  const say = (place: string, message: string): void => void problems.push(`${place}: ${message}`);

  const total = [...criteria, ...questions].reduce((sum, { points }) => sum + points, 0);
  if (total === 0)
    say(places.at(["criteria"]), "there is nothing to earn: no criterion and no question gives points");
  if (image.tag !== null && !isReference(image.tag))
    say(
      places.at(["image", "tag"]),
      `${JSON.stringify(image.tag)} is no name that Docker lets an image have`,
    );
  const dockerfile = dockerfilePath(image);
  if (dockerfile !== "Dockerfile" && !(dockerfile in solution))
    say(places.at(["image"]), `image names ${dockerfile}, which solution/ does not have`);
  for (const [i, path] of protect.entries())
    if (!(path in start)) say(places.at(["protect", i]), `protect names ${path}, which start/ does not have`);
  const known = [...rules, ...teachingRules].map(({ name }) => name);
  for (const [i, rule] of accepts.entries())
    if (!known.includes(rule)) {
      const near = didYouMean(rule, known);
      say(
        places.at(["accepts", i]),
        `no rule is called ${rule}${near === undefined ? "" : `; did you mean ${near}?`}`,
      );
    }
  for (const { id, because } of criteria)
    if (because === "") say(places.of(id), `${id} does not say because`);
  for (const [i, question] of questions.entries())
    for (const text of textsIn(question.with))
      if (nearlyComputed(text))
        say(places.at(["questions", i, "with"]), `${text.trim()} is no figure that the engine works out`);
  return [
    ...problems,
    ...criteria.flatMap((criterion, i) => hintProblems(criterion, i, { start, solution }, rubric, places)),
  ];
}

const isReference = (tag: string): boolean => !("error" in parseReference(tag));

const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];
