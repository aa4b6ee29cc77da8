import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { notHere } from "../look/words/not-here.ts";
import { causeOf, lastInstruction, lineOf } from "../look/words/place.ts";
import { tidy } from "../look/files/tidy.ts";
import { literally, withinStep } from "../look/build/within-step.ts";
import { code } from "../look/words/words.ts";

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
    const result = subject.build();
    const here = lastInstruction(subject, result, ({ kind }) => kind === "WORKDIR");
    const { why, cause } = here
      ? { why: `: ${lineOf(here)} is the last to set it`, cause: causeOf(subject, here) }
      : (withinStep(subject, result, new RegExp(`\\bcd\\s+["']?${literally(tidy(directory))}\\b`)) ??
        notHere(subject, result, ({ kind }) => kind === "WORKDIR", "WORKDIR"));
    return {
      outcome: "fail",
      message: `A container starts in ${code(actual)} and not in ${code(directory)}${why || ": no line sets another"}.`,
      cause,
      facts,
    };
  },
});
