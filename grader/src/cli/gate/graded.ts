import type { Lesson } from "../../lesson.ts";
import type { Report } from "../../report.ts";
import { Refusal } from "../../submission/limits.ts";
import { gradeAttempt } from "../lesson/attempts.ts";

/** The report on an attempt; or, where its folder would be refused as a submission, one line that says why. */
export function graded(
  lesson: Lesson,
  attempt: string,
): { readonly report: Report } | { readonly problem: string } {
  try {
    return { report: gradeAttempt(lesson, attempt) };
  } catch (error) {
    if (error instanceof Refusal) return { problem: `${attempt}:1:1: ${error.message}` };
    throw error;
  }
}
