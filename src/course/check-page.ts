import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { bases } from "@drydock/engine/bases/index.ts";
import { type Check, checks, type Topic } from "@drydock/grader";
import {
  type CheckExample,
  type CheckParameter,
  checkParameters,
  exampleFiles,
  gradeExample,
  readCheckExamples,
} from "@drydock/grader/authoring";
import { Document, isMap } from "yaml";

/** A submission on a check's page, and what is said of it. */
export interface ShownCase {
  /** The lines of rubric.yaml. */
  readonly rubric: string;
  readonly files: readonly {
    readonly name: string;
    readonly text: string;
    /** Numbers of the lines that the message blames. */
    readonly blamed: ReadonlySet<number>;
  }[];
  readonly commands: readonly string[];
  readonly answers: readonly (readonly [question: string, answer: string])[];
  /** As the grader says it. */
  readonly said: string;
}

/** All that the page of one check shows. */
export interface CheckPage {
  readonly slug: string;
  readonly name: string;
  readonly summary: string;
  readonly looksAt: string;
  readonly topic: Topic;
  readonly parameters: readonly CheckParameter[];
  readonly passes: readonly ShownCase[];
  readonly fails: readonly ShownCase[];
}

const looksAt: Record<Check["needs"], string> = {
  files: "It looks at the files of the submission.",
  image: "It looks at the image that the submission builds.",
  machine: "It looks at a fresh machine on which the commands of the session were typed again.",
};

const slugOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const examples = readCheckExamples(readFileSync(resolve("grader/testing/examples.yaml"), "utf8"));

/** As it stands in rubric.yaml: parameters on one line where there is room. */
function rubricLines(check: string, example: CheckExample): string {
  const document = new Document({
    ...(example.image && { image: example.image }),
    check,
    ...(example.with && { with: example.with }),
  });
  for (const key of ["image", "with"]) {
    const value = document.get(key, true);
    if (isMap(value)) value.flow = true;
  }
  return document.toString({ lineWidth: 76 }).trimEnd();
}

const lines = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

function show(check: string, example: CheckExample): ShownCase {
  const { cause, message } = gradeExample(check, example, { bases });
  const blamed = new Set(cause ? lines(cause.range.start.line, cause.range.end.line) : []);
  return {
    rubric: rubricLines(check, example),
    files: Object.entries(exampleFiles(example)).map(([name, text]) => ({
      name,
      text: text.trimEnd(),
      blamed: cause?.file === name ? blamed : new Set<number>(),
    })),
    commands: example.commands ?? [],
    answers: Object.entries(example.answers ?? {}).map(([question, answer]) => [
      question,
      [answer].flat().join(", "),
    ]),
    said: message,
  };
}

/** Every check by name, with its examples graded while the site is built. */
export const checkPages: readonly CheckPage[] = checks.map((check) => {
  const { name, summary, needs, topic } = check;
  const all = examples[name] ?? [];
  return {
    slug: slugOf(name),
    name,
    summary,
    topic,
    looksAt: looksAt[needs],
    parameters: checkParameters(check),
    passes: all.filter(({ pass }) => pass !== undefined).map((example) => show(name, example)),
    fails: all.filter(({ fail }) => fail !== undefined).map((example) => show(name, example)),
  };
});
