import { parse } from "yaml";
import { grade, type World } from "../grade.ts";
import type { Lesson, Submission } from "../lesson.ts";
import type { Verdict } from "../report.ts";
import { readRubric } from "./read-rubric.ts";

/** A submission that one check is asked about: it is the check's test, and what its page in the reference shows. */
export interface CheckExample {
  /** The Dockerfile, under the outcome that it must have. */
  readonly pass?: string;
  readonly fail?: string;
  readonly inconclusive?: string;
  /** The line that is blamed. */
  readonly line?: number;
  /** Parameters of the check. */
  readonly with?: object;
  /** How the submission is built, as in a rubric. */
  readonly image?: object;
  /** What lies beside the Dockerfile. */
  readonly files?: Readonly<Record<string, string>>;
  readonly commands?: readonly string[];
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** Reads `testing/examples.yaml`: every check's examples by its name. */
export const readCheckExamples = (text: string): Readonly<Record<string, readonly CheckExample[]>> =>
  parse(text) as Record<string, CheckExample[]>;

/** What `start` and `solution` mean in an example. */
const reference = { Dockerfile: "FROM busybox\nRUN echo 1 > /a\n" };

/** The files of an example as a learner would hand them in. */
export const exampleFiles = ({
  pass,
  fail,
  inconclusive,
  files,
}: CheckExample): Readonly<Record<string, string>> => ({
  Dockerfile: `${pass ?? fail ?? inconclusive}\n`,
  ...files,
});

/** A lesson that asks this check alone, and the example as handed in. @throws {Error} where its parameters do not fit the check's schema. */
export function exampleCase(
  check: string,
  example: CheckExample,
): { readonly lesson: Lesson; readonly submission: Submission } {
  const criterion = {
    id: "it",
    title: "It",
    points: 1,
    check,
    ...(example.with && { with: example.with }),
  };
  const rubric = JSON.stringify({ version: 1, image: example.image ?? {}, criteria: [criterion] });
  const read = readRubric("rubric.yaml", rubric);
  if (!("rubric" in read)) throw new Error(`${check}: ${JSON.stringify(read.problems)}`);
  const session =
    example.commands || example.answers
      ? {
          format: 1 as const,
          commands: (example.commands ?? []).map((line) => ({ line })),
          answers: example.answers,
        }
      : undefined;
  return {
    lesson: {
      id: "example",
      version: "sha256:0",
      rubric: read.rubric,
      start: reference,
      solution: reference,
    },
    submission: { id: "a", files: exampleFiles(example), session },
  };
}

/** The verdict on an example. */
export function gradeExample(check: string, example: CheckExample, world: World): Verdict {
  const { lesson, submission } = exampleCase(check, example);
  const verdict = grade(lesson, submission, world).criteria.find(({ id }) => id === "it");
  if (!verdict) throw new Error(`${check}: the example was not judged`);
  return verdict;
}
