import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { buildFailure } from "../look/build/build-failure.ts";
import { megabytes, plural } from "../look/words/words.ts";

/** The build ends without error, for another target or with other arguments if asked. */
export const builds: Check = defineCheck({
  name: "builds",
  topic: "build",
  needs: "image",
  judgesBuild: true,
  summary: "the build ends without error",
  parameters: z.strictObject({
    target: z
      .optional(z.string())
      .check(z.describe("the stage to build, as `--target` names it; else the rubric's own")),
    args: z
      .optional(z.record(z.string(), z.string()))
      .check(z.describe("build arguments on top of the rubric's")),
  }),
  evaluate(subject, variant): Finding {
    const result = subject.build(variant);
    if (!result.image) return buildFailure(subject, result);
    const { layers, size } = result.image;
    const own = layers.filter((layer) => layer.origin).length;
    return {
      outcome: "pass",
      message: `The build ends well: ${plural(own, "layer")} on top of the base, ${megabytes(size)} in all.`,
    };
  },
});
