import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Advice, adviseOn, baseConfigs } from "@drydock/engine";
import { bases } from "@drydock/engine/bases/index.ts";
import { problemWords } from "../authoring/read-yaml.ts";
import { grade } from "../grade.ts";
import { inconclusive } from "../judge.ts";
import type { Lesson } from "../lesson.ts";
import { didYouMean } from "../look/did-you-mean.ts";
import { ownAnswer } from "../look/own-answer.ts";
import type { Report } from "../report.ts";
import { contextFolder, dockerfilePath } from "../rubric/dockerfile-path.ts";
import { ladderFor } from "../rubric/ladder.ts";
import { Subject } from "../subject.ts";
import { attempts, gradeAttempt, submissionOf } from "./attempts.ts";
import { LessonError } from "./exit-status.ts";
import { readExpectation } from "./expectation.ts";
import { loadLesson } from "./load-lesson.ts";
import { proseProblems } from "./prose-problems.ts";
import { runProblems } from "./prose-runs.ts";
import { rubricPlaces } from "./rubric-places.ts";
import { below } from "./shown.ts";
import { unwritten } from "./unwritten.ts";

const HINTS = 3;

/** Everything that is wrong with a lesson's rubric as its own attempts show it: `path:line:column: message`, one a line. */
export async function gate(folder: string): Promise<string[]> {
  const problems: string[] = [
    ...layoutProblems(folder),
    ...proseProblems(folder),
    ...expectProblems(folder),
    ...unwritten(folder),
  ];
  const lesson = tryLesson(folder, problems);
  if (!lesson) return problems;
  const rubric = new RubricPlaces(folder, lesson);
  const say = (place: string, message: string): void => void problems.push(`${place}: ${message}`);

  for (const { id, points, hints, ladders = [], because, bonus } of lesson.rubric.criteria) {
    for (const ladder of [hints, ...ladders.map((each) => each.hints)])
      if (points > 0 && !bonus && ladder.length < HINTS)
        say(rubric.of(id), `${id} has ${ladder.length} hints, a graded criterion needs ${HINTS}`);
    if (because === "") say(rubric.of(id), `${id} does not say because`);
  }
  for (const path of lesson.rubric.protect)
    if (!(path in lesson.start)) say(rubric.top, `protect names ${path}, which start/ does not have`);

  if (existsSync(join(folder, "solution"))) problems.push(...runProblems(folder, lesson));
  const broken = new Set<string>();
  for (const [name, attempt] of [
    ["solution", below(folder, "solution")] as const,
    ...attempts(folder, "right"),
  ]) {
    const report = gradeAttempt(lesson, attempt);
    for (const { id, outcome, message } of report.criteria)
      if (outcome !== "pass") say(rubric.of(id), `${name} does not pass ${id} (${outcome}): ${message}`);
    const findings = [...(report.build?.warnings ?? []), ...adviceOn(lesson, attempt)];
    for (const { rule, message, range } of findings) {
      if (lesson.rubric.accepts.includes(rule)) broken.add(rule);
      else
        say(
          `${below(attempt, "Dockerfile")}:${range.start.line}:${range.start.column}`,
          `${rule}: ${message}`,
        );
    }
    if (JSON.stringify(report) !== JSON.stringify(gradeAttempt(lesson, attempt)))
      say(rubric.top, `${name} gets another report when it is graded twice`);
  }

  for (const rule of lesson.rubric.accepts)
    if (!broken.has(rule))
      say(rubric.top, `accepts names ${rule}, which neither solution/ nor right/ breaks`);

  const start = gradeAttempt(lesson, join(folder, "start"));
  for (const { id, outcome, message, bonus } of start.criteria) {
    if (bonus) continue;
    const given = lesson.rubric.criteria.find((criterion) => criterion.id === id)?.given ?? true;
    if (given && outcome !== "pass" && id !== "builds")
      say(rubric.of(id), `start/ does not pass ${id}, which is given (${outcome}): ${message}`);
    if (!given && outcome === "pass")
      say(rubric.of(id), `start/ passes ${id} already, and it is not given: true`);
    if (!given && outcome === "inconclusive")
      say(rubric.of(id), `start/ does not fail ${id} (${outcome}): ${message}`);
  }

  problems.push(...questionProblems(lesson, folder, rubric));

  const own = new Set<string>();
  const failing: Report[] = [start];
  for (const [name, attempt] of attempts(folder, "wrong")) {
    const file = below(attempt, "expect.yaml");
    if (!existsSync(file)) continue;
    const read = readExpectation(file, readFileSync(file, "utf8"));
    if ("problems" in read) continue;
    const { fails, line } = read.expectation;
    if (fails[0] !== undefined) own.add(fails[0]);
    const report = gradeAttempt(lesson, attempt);
    failing.push(report);
    const failed = report.criteria.filter(({ outcome }) => outcome === "fail");
    const place = (path: readonly PropertyKey[]): string => {
      const at = read.map.value(path);
      return `${file}:${at.line}:${at.column}`;
    };
    for (const [i, id] of fails.entries()) {
      const verdict = report.criteria.find((each) => each.id === id);
      if (!verdict) say(place(["fails", i]), noCriterion(id, report));
      else if (verdict.outcome !== "fail")
        say(place(["fails", i]), `${name} does not fail ${id} (${verdict.outcome}): ${verdict.message}`);
    }
    for (const { id, message, bonus } of failed)
      if (!bonus && !fails.includes(id)) say(place(["fails"]), `${name} fails ${id} too: ${message}`);
    for (const { id, outcome, message } of report.criteria)
      if (outcome === "inconclusive") say(place(["fails"]), `${id} is inconclusive: ${message}`);
    const blamed = failed.map(({ cause }) => cause?.range.start.line);
    if (line !== undefined && !blamed.includes(line))
      say(
        place(["line"]),
        `${name} is blamed on line ${blamed.map((each) => each ?? "none").join(", ")}, not on ${line}`,
      );
  }
  for (const { id, hints, ladders = [] } of lesson.rubric.criteria) {
    const taken = new Set(
      failing
        .flatMap(({ criteria }) => criteria.filter((each) => each.id === id && each.outcome === "fail"))
        .map(({ facts }) => ladderFor({ hints, ladders }, facts)),
    );
    for (const { fact, value, hints: unread } of ladders)
      if (!taken.has(unread))
        say(
          rubric.of(id),
          `no attempt fails ${id} so that the hints for ${value === undefined ? fact : `${fact} = ${value}`} are taken`,
        );
  }
  for (const { id, bonus } of lesson.rubric.criteria)
    if (!own.has(id) && !bonus)
      say(rubric.of(id), `no wrong attempt of its own fails ${id} (the first id of an expect.yaml)`);
  return problems;
}

/** The engine's own answers must earn every point, and no answer none. */
function questionProblems(lesson: Lesson, folder: string, rubric: RubricPlaces): string[] {
  const { questions } = lesson.rubric;
  if (questions.length === 0) return [];
  const submission = submissionOf(lesson, join(folder, "solution"));
  const subject = new Subject(lesson, submission.files, submission.session, bases);
  const answers: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const question of questions) {
    try {
      answers[question.id] = ownAnswer(subject, question);
    } catch (error) {
      const finding = inconclusive(error);
      if (!finding) throw error;
      unknown.push(
        `${rubric.of(question.id)}: the engine has no answer to ${question.id}: ${finding.message}`,
      );
    }
  }
  const graded = (given: Record<string, unknown>): Report =>
    grade(
      lesson,
      { ...submission, session: { ...submission.session, format: 1, answers: given } },
      { bases },
    );
  const earned = (report: Report, id: string): number =>
    report.criteria.find((each) => each.id === id)?.points ?? 0;
  const [right, none] = [graded(answers), graded({})];
  const told = questions.filter(({ id }) => id in answers);
  return unknown.concat(
    told.flatMap(({ id, points }) => [
      ...(earned(right, id) === points
        ? []
        : [
            `${rubric.of(id)}: the engine's own answer to ${id} earns ${earned(right, id)} of ${points} points`,
          ]),
      ...(earned(none, id) === 0
        ? []
        : [`${rubric.of(id)}: no answer to ${id} earns ${earned(none, id)} points`]),
    ]),
  );
}

const noCriterion = (id: string, { criteria }: Report): string => {
  const near = didYouMean(
    id,
    criteria.map((each) => each.id),
  );
  return `no criterion is called ${id}${near === undefined ? "" : `; did you mean ${near}?`}`;
};

/** The lesson, or nothing and what is wrong with its rubric. */
function tryLesson(folder: string, problems: string[]): Lesson | undefined {
  try {
    return loadLesson(folder);
  } catch (error) {
    if (!(error instanceof LessonError)) throw error;
    problems.push(...error.lines);
    return undefined;
  }
}

function layoutProblems(folder: string): string[] {
  return ["start", "solution"]
    .filter((name) => !existsSync(join(folder, name)))
    .map((name) => `${below(folder, name)}:1:1: the folder is missing`);
}

function expectProblems(folder: string): string[] {
  return attempts(folder, "wrong").flatMap(([, attempt]) => {
    const file = below(attempt, "expect.yaml");
    if (!existsSync(file)) return [`${file}:1:1: the file is missing`];
    const read = readExpectation(file, readFileSync(file, "utf8"));
    return "problems" in read ? read.problems.map(problemWords) : [];
  });
}

const adviceOn = (lesson: Lesson, folder: string): readonly Advice[] => {
  const { image } = lesson.rubric;
  const place = { dockerfile: dockerfilePath(image), folder: contextFolder(image) };
  return adviseOn(submissionOf(lesson, folder).files, place, baseConfigs(bases));
};

/** Where the criteria and questions stand in rubric.yaml. */
class RubricPlaces {
  readonly top: string;
  readonly #places: ReadonlyMap<string, string>;

  constructor(folder: string, { rubric }: Lesson) {
    const place = rubricPlaces(folder);
    this.top = `${below(folder, "rubric.yaml")}:1:1`;
    this.#places = new Map(
      (["criteria", "questions"] as const).flatMap((list) =>
        rubric[list].map(({ id }, i) => [id, place([list, i])] as const),
      ),
    );
  }

  of(id: string): string {
    return this.#places.get(id) ?? this.top;
  }
}
