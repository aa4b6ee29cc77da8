import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { editSchema } from "../edit.ts";
import { predictionItems } from "../look/prediction.ts";
import { plural } from "../look/words/words.ts";
import { own } from "../own.ts";

/** The learner's prediction against what the engine then does; each item that is right earns its part. */
export const predicted: Check = defineCheck({
  name: "predicted",
  topic: "answers",
  needs: "files",
  summary: "the learner's prediction equals what the build does",
  parameters: z.strictObject({
    question: z
      .optional(z.string())
      .check(z.describe("the question, where it is not the criterion's own id")),
    build: z
      .enum(["start", "solution", "submission"])
      .check(z.describe("the build that the question is about")),
    edit: z.optional(editSchema).check(z.describe("what is edited before that build is made again")),
    ask: z
      .enum(["cached-steps", "layers", "context-files", "outcome"])
      .check(z.describe("what was to be predicted")),
  }),
  evaluate(subject, { question = "", build, edit, ask }): Finding {
    const answer = own(subject.session?.answers, question);
    if (answer === undefined || answer === null)
      return { outcome: "fail", message: "No prediction was made." };
    const result =
      build === "submission"
        ? edit === undefined
          ? subject.build()
          : subject.rebuild(edit)
        : subject.reference(build, edit);
    const items = predictionItems(result, ask, answer);
    const right = items.filter(({ correct }) => correct).length;
    const facts = { right, of: items.length };
    const evidence = items.slice(0, 30).map(({ text, state, correct }) => ({
      kind: "step" as const,
      text,
      state,
      reason: correct ? "predicted" : "predicted otherwise",
    }));
    if (right === items.length)
      return { outcome: "pass", message: "The prediction is what the build does.", evidence, facts };
    return {
      outcome: "fail",
      message: `${right} of ${plural(items.length, "prediction")} came true.`,
      evidence,
      facts,
      credit: right / items.length,
    };
  },
});
