import { DRYDOCK_VERSION } from "./drydock-version.ts";
import type { Lesson } from "./lesson.ts";
import type { Report } from "./report.ts";

/** The report on a submission that could not be graded at all: refused for what it holds, or an error of ours. No verdict, no zero. */
export function spoiledReport(lesson: Lesson, id: string, status: "refused" | "error", note: string): Report {
  const maximum = lesson.rubric.criteria.reduce(
    (total, { points, bonus }) => total + (bonus ? 0 : points),
    0,
  );
  return {
    format: 1,
    drydock: DRYDOCK_VERSION,
    lesson: lesson.id,
    lessonVersion: lesson.version,
    submission: { id, digest: "" },
    status,
    points: 0,
    maximum,
    scoredMaximum: status === "error" ? 0 : maximum,
    bonus: 0,
    rootCause: null,
    criteria: [],
    build: null,
    notes: [note],
  };
}

/** The report on a submission that did not come to an end in the time or memory it may have. */
export const endlessReport = (lesson: Lesson, id: string): Report =>
  spoiledReport(lesson, id, "error", "Drydock did not come to an end; this is no score");
