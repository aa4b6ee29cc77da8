import { type BaseImageData, isEngineError } from "@drydock/engine";
import { grade, type Lesson, readBundle, Refusal, type Report, spoiledReport, tidy } from "@drydock/grader";
import { bundleOf } from "../vault/bundle.ts";
import type { Work } from "../vault/work.ts";

/**
 * The verdict on a learner's work: the one that the command line gives on the bundle of it, but for the submission's id,
 * which is the lesson's here. It goes through the same reader, so that what is refused there is refused here.
 */
export const gradeWork = (lesson: Lesson, work: Work, bases: readonly BaseImageData[]): Report => {
  try {
    return grade(
      lesson,
      tidy(lesson.id, readBundle(bundleOf(work)), lesson.start, lesson.rubric.image.file),
      { bases },
    );
  } catch (error) {
    if (isEngineError(error, "NEEDS_PART")) throw error;
    if (error instanceof Refusal) return spoiledReport(lesson, lesson.id, "refused", error.message);
    return spoiledReport(lesson, lesson.id, "error", "Drydock failed at it; this is no score");
  }
};
