import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { baseFrom, causeOf, lineOf } from "../look/words/place.ts";
import { programPath } from "../look/container/program.ts";
import { stepOfPath } from "../look/build/step-of-path.ts";
import { code } from "../look/words/words.ts";

/** The image's PATH does not find the program. */
export const lacksProgram: Check = defineCheck({
  name: "lacksProgram",
  topic: "packages",
  needs: "image",
  summary: "the image's PATH does not find the program",
  parameters: z.strictObject({ name: z.string().check(z.describe("the program, as one would type it")) }),
  evaluate(subject, { name }): Finding {
    const path = programPath(imageOfSubject(subject), name);
    if (path === undefined)
      return { outcome: "pass", message: `No program ${code(name)} is in the image's PATH.` };
    const step = stepOfPath(subject, path);
    const origin = step ?? baseFrom(subject, subject.build());
    const how = step ? "puts it there" : "brings it along";
    return {
      outcome: "fail",
      message: `The program ${code(name)} is in the image, as ${code(path)}${origin ? `: ${lineOf(origin)} ${how}` : ""}.`,
      cause: causeOf(subject, origin),
      facts: { path },
    };
  },
});
