import { type BaseImageData, Workstation } from "@drydock/engine";
import type { Lesson } from "../lesson.ts";

/** A question of a lesson about what a build will do, as the page asks it. */
export interface Prediction {
  readonly ask: "cached-steps" | "layers" | "context-files" | "outcome";
  /** What can be ticked or chosen, in order: the answer that the grader takes, a number before it, and its words. */
  readonly choices: readonly { readonly value: string; readonly number: string; readonly words: string }[];
}

/**
 * The choices of a question in rubric.yaml. Steps and files are those of the lesson's own build, so no author types them.
 * @throws {Error} where the lesson has no such question, or one whose steps are the learner's to write
 */
export function predictionOf(lesson: Lesson, question: string, bases: readonly BaseImageData[]): Prediction {
  const asked = lesson.rubric.questions.find(({ id, check }) => id === question && check === "predicted");
  if (!asked) throw new Error(`<Predict id="${question}">: rubric.yaml has no such prediction`);
  const { ask, build } = asked.with as {
    ask: Prediction["ask"];
    build: "start" | "solution" | "submission";
  };
  if (ask === "layers") return { ask, choices: [] };
  if (ask === "outcome")
    return {
      ask,
      choices: [
        { value: "ok", number: "", words: "The build makes an image" },
        { value: "error", number: "", words: "The build stops with an error" },
      ],
    };
  const files = lesson[build === "solution" ? "solution" : "start"];
  if (ask === "context-files")
    return {
      ask,
      choices: Object.keys(files)
        .toSorted()
        .map((path) => ({ value: path, number: "", words: path })),
    };
  if (build === "submission")
    throw new Error(`<Predict id="${question}">: which steps a learner will write is not known here`);
  const { id: seed, blackBoxes } = lesson;
  const result = new Workstation({ bases, seed, files, blackBoxes }).build({});
  const several = result.stages.length > 1;
  const choices = result.vertices.flatMap(({ name, step }) => {
    if (!step || step.instruction.kind === "FROM") return [];
    const place = `${step.number}/${step.of}`;
    return [
      {
        value: several ? `${step.stageName} ${place}` : place,
        number: String(step.number),
        words: name.replace(/^\[[^\]]*\] /, ""),
      },
    ];
  });
  return { ask, choices };
}
