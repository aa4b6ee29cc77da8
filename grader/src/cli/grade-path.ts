import { bases } from "@drydock/engine/bases/index.ts";
import { grade } from "../grade.ts";
import type { Lesson } from "../lesson.ts";
import type { Report } from "../report.ts";
import { spoiledReport } from "../spoiled-report.ts";
import { Refusal } from "../submission/limits.ts";
import { readSubmission, submissionId } from "./read-submission.ts";

/** Grades what lies at a path. What it holds can never make this throw: it is refused, or it is an error of ours and no score. */
export async function gradePath(
  lesson: Lesson,
  path: string,
  links = true,
): Promise<{ readonly report: Report; readonly trouble?: string }> {
  const id = submissionId(path);
  try {
    return { report: grade(lesson, await readSubmission(path, lesson, links), { bases }) };
  } catch (error) {
    if (error instanceof Refusal) return { report: spoiledReport(lesson, id, "refused", error.message) };
    const trouble = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { report: spoiledReport(lesson, id, "error", "Drydock failed at it; this is no score"), trouble };
  }
}
