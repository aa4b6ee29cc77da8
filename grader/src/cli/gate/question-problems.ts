import { bases } from "@drydock/engine/bases/index.ts";
import { grade } from "../../grade.ts";
import { inconclusive } from "../../judge.ts";
import type { Lesson } from "../../lesson.ts";
import { ownAnswer } from "../../look/own-answer.ts";
import type { Report } from "../../report.ts";
import { Subject } from "../../subject.ts";
import { submissionOf } from "../lesson/attempts.ts";
import { below } from "../output/shown.ts";
import type { Places } from "./places.ts";

/** The engine's own answers must earn every point, and no answer none. */
export function questionProblems(lesson: Lesson, folder: string, places: Places): string[] {
  const { questions } = lesson.rubric;
  if (questions.length === 0) return [];
  const submission = submissionOf(lesson, below(folder, "solution"));
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
        `${places.of(question.id)}: the engine has no answer to ${question.id}: ${finding.message}`,
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
            `${places.of(id)}: the engine's own answer to ${id} earns ${earned(right, id)} of ${points} points`,
          ]),
      ...(earned(none, id) === 0
        ? []
        : [`${places.of(id)}: no answer to ${id} earns ${earned(none, id)} points`]),
    ]),
  );
}
