import type { Lesson, Report } from "@drydock/grader";

/** Does the work do all that it has to? A guess that did not come true costs its points, and never keeps a lesson open. */
export const isSolved = (lesson: Lesson, report: Report): boolean => {
  const questions = new Set(lesson.rubric.questions.map(({ id }) => id));
  const criteria = report.criteria.filter(({ id, bonus }) => bonus !== true && !questions.has(id));
  return criteria.length > 0 && criteria.every(({ outcome }) => outcome === "pass");
};
