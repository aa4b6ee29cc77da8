import { existsSync } from "node:fs";
import { problemWords } from "../../authoring/read-yaml.ts";
import type { Lesson } from "../../lesson.ts";
import { didYouMean } from "../../look/words/did-you-mean.ts";
import type { Report } from "../../report.ts";
import { ladderFor } from "../../rubric/ladder.ts";
import { attempts } from "../lesson/attempts.ts";
import { type Expectation, readExpectation } from "../lesson/expectation.ts";
import { below } from "../output/shown.ts";
import { graded } from "./graded.ts";
import type { Places } from "./places.ts";
import { readWords } from "./read-words.ts";

/**
 * Every wrong attempt fails exactly what its expect.yaml says, there where it says; each criterion has one of its own, and each
 * ladder of hints is taken by some attempt.
 *
 * @param start its report: some ways to fail are those of somebody who has done nothing yet
 */
export function wrongProblems(
  folder: string,
  lesson: Lesson,
  start: Report | undefined,
  places: Places,
): string[] {
  const problems: string[] = [];
  const own = new Set<string>();
  const failing: Report[] = start ? [start] : [];
  for (const [name, attempt] of attempts(folder, "wrong")) {
    const file = below(attempt, "expect.yaml");
    if (!existsSync(file)) {
      problems.push(`${file}:1:1: the file is missing`);
      continue;
    }
    const words = readWords(file);
    const read = "problem" in words ? { problems: [] } : readExpectation(file, words.text);
    if ("problem" in words) problems.push(words.problem);
    if ("problems" in read) {
      problems.push(...read.problems.map(problemWords));
      continue;
    }
    const found = graded(lesson, attempt);
    if ("problem" in found) {
      problems.push(found.problem);
      continue;
    }
    const { expectation, map } = read;
    if (expectation.fails[0] !== undefined) own.add(expectation.fails[0]);
    failing.push(found.report);
    const place = (path: readonly PropertyKey[]): string => {
      const at = map.value(path);
      return `${file}:${at.line}:${at.column}`;
    };
    problems.push(...unlike(name, expectation, found.report, place));
  }
  return [...problems, ...unread(lesson, failing, places), ...unfailed(lesson, own, places)];
}

/** How a report differs from what was expected of it. */
function unlike(
  name: string,
  { fails, line }: Expectation,
  { criteria }: Report,
  place: (path: readonly PropertyKey[]) => string,
): string[] {
  const problems: string[] = [];
  for (const [i, id] of fails.entries()) {
    const verdict = criteria.find((each) => each.id === id);
    if (!verdict) problems.push(`${place(["fails", i])}: ${noCriterion(id, criteria)}`);
    else if (verdict.outcome !== "fail")
      problems.push(
        `${place(["fails", i])}: ${name} does not fail ${id} (${verdict.outcome}): ${verdict.message}`,
      );
  }
  const failed = criteria.filter(({ outcome }) => outcome === "fail");
  for (const { id, message, bonus } of failed)
    if (!bonus && !fails.includes(id))
      problems.push(`${place(["fails"])}: ${name} fails ${id} too: ${message}`);
  for (const { id, outcome, message } of criteria)
    if (outcome === "inconclusive") problems.push(`${place(["fails"])}: ${id} is inconclusive: ${message}`);
  const blamed = failed.map(({ cause }) => cause?.range.start.line);
  if (line !== undefined && !blamed.includes(line)) {
    const lines = blamed.filter((each) => each !== undefined);
    const really = lines.length > 0 ? `on line ${lines.join(", ")}` : "on no line";
    problems.push(`${place(["line"])}: ${name} is blamed ${really}, not on ${line}`);
  }
  return problems;
}

const noCriterion = (id: string, criteria: Report["criteria"]): string => {
  const near = didYouMean(
    id,
    criteria.map((each) => each.id),
  );
  return `no criterion is called ${id}${near === undefined ? "" : `; did you mean ${near}?`}`;
};

/** Ladders that no attempt comes to. */
const unread = ({ rubric }: Lesson, failing: readonly Report[], places: Places): string[] =>
  rubric.criteria.flatMap(({ id, hints, ladders = [] }) => {
    const taken = new Set(
      failing
        .flatMap(({ criteria }) => criteria.filter((each) => each.id === id && each.outcome === "fail"))
        .map(({ facts }) => ladderFor({ hints, ladders }, facts)),
    );
    return ladders
      .filter((ladder) => !taken.has(ladder.hints))
      .map(
        ({ fact, value }) =>
          `${places.of(id)}: no attempt fails ${id} so that the hints for ${value === undefined ? fact : `${fact} = ${value}`} are taken`,
      );
  });

const unfailed = ({ rubric }: Lesson, own: ReadonlySet<string>, places: Places): string[] =>
  rubric.criteria
    .filter(({ id, bonus }) => !own.has(id) && !bonus)
    .map(
      ({ id }) =>
        `${places.of(id)}: no wrong attempt of its own fails ${id} (the first id of an expect.yaml)`,
    );
