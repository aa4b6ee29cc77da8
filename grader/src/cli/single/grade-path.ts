import { bases } from "@drydock/engine/bases/index.ts";
import { grade } from "../../grade.ts";
import type { Lesson } from "../../lesson.ts";
import type { Report } from "../../report.ts";
import { spoiledReport } from "../../spoiled-report.ts";
import { Refusal } from "../../submission/limits.ts";
import type { Cache } from "../batch/cache.ts";
import { type Handed, handedAt } from "../handed/handed.ts";
import { readHanded } from "../handed/read-handed.ts";

/** `trouble` is for whoever runs the command, never for the report. */
export interface Graded {
  readonly report: Report;
  readonly trouble?: string;
}

/** Grades what lies at a path. */
export const gradePath = (lesson: Lesson, path: string): Promise<Graded> =>
  gradeHanded(lesson, handedAt(path), { links: true });

/** Grades what was handed in. What it holds can never make this throw: it is refused, or it is an error of ours and no score. */
export async function gradeHanded(
  lesson: Lesson,
  handed: Handed,
  { links, cache }: { readonly links: boolean; readonly cache?: Cache | undefined },
): Promise<Graded> {
  try {
    const submission = await readHanded(handed, lesson, links);
    const make = (): Report => grade(lesson, submission, { bases });
    return { report: cache ? cache.verdict(submission, make) : make() };
  } catch (error) {
    if (error instanceof Refusal)
      return { report: spoiledReport(lesson, handed.id, "refused", error.message) };
    const trouble = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      report: spoiledReport(lesson, handed.id, "error", "Drydock failed at it; this is no score"),
      trouble,
    };
  }
}
