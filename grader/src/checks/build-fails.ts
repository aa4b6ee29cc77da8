import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { buildFailure, ended } from "../look/build/build-failure.ts";
import { failedAt } from "../look/build/failed-step.ts";
import { stepVerb } from "../look/build/step-pattern.ts";
import { code, plural, shorten } from "../look/words/words.ts";
import { matchesText, showText, textSchema } from "../rubric/text.ts";

/** The build fails, at that step and for that reason. */
export const buildFails: Check = defineCheck({
  name: "buildFails",
  topic: "build",
  needs: "image",
  judgesBuild: true,
  summary: "the build fails, there and for that reason",
  parameters: z.strictObject({
    message: z.optional(textSchema).check(z.describe("what the error must say")),
    step: z
      .optional(z.string())
      .check(z.describe("the step that must fail: a program that it runs, or an instruction")),
  }),
  evaluate(subject, { message, step }): Finding {
    const result = subject.build();
    if (result.image) {
      const count = result.vertices.filter((vertex) => vertex.step).length;
      return { outcome: "fail", message: `The build does not fail: all ${plural(count, "step")} end well.` };
    }
    const failure = buildFailure(subject, result);
    if (failure.outcome === "inconclusive") return failure;
    const words = result.error?.message ?? "";
    if (message !== undefined && !matchesText(message, words, (path) => subject.text(path))) {
      return {
        ...failure,
        message: `The build fails for another reason than ${showText(message)}: ${ended(shorten(words, 300))}`,
      };
    }
    if (step !== undefined && !failedAt(subject, result, step)) {
      return {
        ...failure,
        message: `The build fails, but not at a step that ${stepVerb(step)} ${code(step)}. ${failure.message}`,
      };
    }
    return { ...failure, outcome: "pass" };
  },
});
