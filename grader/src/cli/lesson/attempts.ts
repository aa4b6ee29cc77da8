import { existsSync, readdirSync } from "node:fs";
import { bases } from "@drydock/engine/bases/index.ts";
import { grade } from "../../grade.ts";
import type { Lesson, Submission } from "../../lesson.ts";
import type { Report } from "../../report.ts";
import { dockerfilePath } from "../../rubric/dockerfile-path.ts";
import { tidy } from "../../submission/tidy.ts";
import { readFolder } from "../handed/read-folder.ts";
import { below } from "../output/shown.ts";

/** The recorded attempts of one kind, by name: `wrong/forgets-pip`, and where each lies. */
export const attempts = (
  folder: string,
  kind: "right" | "wrong",
): (readonly [name: string, folder: string])[] =>
  existsSync(below(folder, kind))
    ? readdirSync(below(folder, kind), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
        .map((name) => [`${kind}/${name}`, below(folder, kind, name)] as const)
    : [];

/** An attempt's folder as it would be handed in: without expect.yaml. */
export function submissionOf(lesson: Lesson, folder: string): Submission {
  const read = existsSync(folder) ? readFolder(folder, new Set([".git", "node_modules"])) : {};
  const { "expect.yaml": _expected, ...files } = read;
  return tidy("attempt", files, files, dockerfilePath(lesson.rubric.image));
}

export const gradeAttempt = (lesson: Lesson, folder: string): Report =>
  grade(lesson, submissionOf(lesson, folder), { bases });
