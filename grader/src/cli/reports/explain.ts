import { existsSync } from "node:fs";
import { bases } from "@drydock/engine/bases/index.ts";
import { explained } from "../../explained.ts";
import { grade } from "../../grade.ts";
import { didYouMean } from "../../look/words/did-you-mean.ts";
import { visible } from "../../reports/visible.ts";
import { subjectOf } from "../../subject.ts";
import { exit, type ExitStatus, UsageError } from "../exit-status.ts";
import { handedAt } from "../handed/handed.ts";
import { loadLesson } from "../lesson/load-lesson.ts";
import { readHanded } from "../handed/read-handed.ts";
import { Refusal } from "../../submission/limits.ts";
import { statusExit } from "../single/verdict-exit.ts";
import { writeAll } from "../output/write-all.ts";

/** `drydock-grade explain LESSON SUBMISSION CRITERION`: all that was seen for one criterion. */
export async function explain(folder: string, path: string, id: string): Promise<ExitStatus> {
  const lesson = loadLesson(folder);
  if (!existsSync(path)) throw new UsageError(`there is no submission ${path}`);
  try {
    const submission = await readHanded(handedAt(path), lesson, true);
    const report = grade(lesson, submission, { bases });
    const verdict = report.criteria.find((each) => each.id === id);
    if (!verdict) {
      const known = report.criteria.map((each) => each.id);
      const near = didYouMean(id, known);
      throw new UsageError(
        `no criterion is called ${id}; ${near === undefined ? `expected ${known.join(", ")}` : `did you mean ${near}?`}`,
      );
    }
    const asked = [...lesson.rubric.criteria, ...lesson.rubric.questions].find((each) => each.id === id);
    const lines = explained(subjectOf(lesson, submission, bases), asked, verdict);
    writeAll(1, lines.map((line) => `${visible(line)}\n`).join(""));
    return statusExit(report);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    writeAll(1, `Refused: ${visible(error.message)}.\n`);
    return exit.notAllGraded;
  }
}
