import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { environment } from "../look/container/env.ts";
import { imageOfSubject } from "../look/image.ts";
import { baseFrom, causeOf, lastInstruction, lineOf } from "../look/words/place.ts";
import { setsVariable } from "../look/sets-variable.ts";
import { code } from "../look/words/words.ts";

/** The image's config does not carry this variable. */
export const lacksEnv: Check = defineCheck({
  name: "lacksEnv",
  topic: "settings",
  needs: "image",
  summary: "the image's config does not hold the variable",
  parameters: z.strictObject({ env: z.string().check(z.describe("the variable's name")) }),
  evaluate(subject, { env }): Finding {
    if (!environment(imageOfSubject(subject)).has(env))
      return { outcome: "pass", message: `The image has no variable ${code(env)}.` };
    const result = subject.build();
    const origin = lastInstruction(subject, result, setsVariable("ENV", env));
    const from = baseFrom(subject, result);
    const where = origin
      ? `${lineOf(origin)} sets it for every container`
      : `it came with the base${from ? ` on line ${from.range.start.line}` : ""}`;
    return {
      outcome: "fail",
      message: `The image holds the variable ${code(env)}: ${where}.`,
      cause: causeOf(subject, origin ?? from),
      facts: { fromBase: origin === undefined },
    };
  },
});
