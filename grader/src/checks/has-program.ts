import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { missingProgram } from "../look/files/missing-program.ts";
import { programPath } from "../look/container/program.ts";
import { code } from "../look/words/words.ts";

/** The image's PATH finds the program. */
export const hasProgram: Check = defineCheck({
  name: "hasProgram",
  topic: "packages",
  needs: "image",
  summary: "the image's PATH finds the program",
  parameters: z.strictObject({ name: z.string().check(z.describe("the program, as one would type it")) }),
  evaluate(subject, { name }): Finding {
    const path = programPath(imageOfSubject(subject), name);
    if (path !== undefined)
      return {
        outcome: "pass",
        message: `The program ${code(name)} is in the image: ${code(path)}.`,
        facts: { path },
      };
    return missingProgram(subject, name);
  },
});
