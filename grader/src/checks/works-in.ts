import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { causeOf, lastInstruction, lineOf } from "../look/place.ts";
import { tidy } from "../look/tidy.ts";
import { code } from "../look/words.ts";

/** The folder that a container's process starts in. */
export const worksIn: Check = defineCheck({
  name: "worksIn",
  topic: "settings",
  needs: "image",
  summary: "a container starts in that directory",
  parameters: z.strictObject({ directory: z.string().check(z.describe("an absolute path")) }),
  evaluate(subject, { directory }): Finding {
    const actual = tidy(imageOfSubject(subject).config.config.WorkingDir ?? "/");
    const facts = { directory: actual };
    if (actual === tidy(directory))
      return { outcome: "pass", message: `A container starts in ${code(actual)}.`, facts };
    const here = lastInstruction(subject, subject.build(), ({ kind }) => kind === "WORKDIR");
    const where = here ? `${lineOf(here)} is the last to set it` : "no line sets another";
    return {
      outcome: "fail",
      message: `A container starts in ${code(actual)} and not in ${code(directory)}: ${where}.`,
      cause: causeOf(subject, here),
      facts,
    };
  },
});
