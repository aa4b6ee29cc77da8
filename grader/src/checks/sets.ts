import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { environment } from "../look/container/env.ts";
import { imageOfSubject } from "../look/image.ts";
import { notHere } from "../look/words/not-here.ts";
import { causeOf, lastInstruction, lineOf } from "../look/words/place.ts";
import { setsVariable } from "../look/sets-variable.ts";
import { literally, withinStep } from "../look/build/within-step.ts";
import { code, shorten } from "../look/words/words.ts";
import { matchesText, showText, textSchema } from "../rubric/text.ts";

/** The environment that a container starts with. */
export const sets: Check = defineCheck({
  name: "sets",
  topic: "settings",
  needs: "image",
  summary: "a container has this variable, with this value",
  parameters: z.strictObject({
    env: z.string().check(z.describe("the variable's name")),
    value: z
      .optional(z.union([z.number(), textSchema], "a value"))
      .check(z.describe("what the value must be; a plain text must be equal")),
  }),
  evaluate(subject, { env, value }): Finding {
    const actual = environment(imageOfSubject(subject)).get(env);
    const result = subject.build();
    const here = lastInstruction(subject, result, setsVariable("ENV", env));
    const facts = { value: actual === undefined ? null : shorten(actual, 200) };
    if (actual === undefined) {
      const argument = lastInstruction(subject, result, setsVariable("ARG", env));
      const { why, cause } = argument
        ? { why: `: ${lineOf(argument)} holds during the build only`, cause: causeOf(subject, argument) }
        : (withinStep(subject, result, new RegExp(`\\bexport\\s[^\\n;&|]*\\b${literally(env)}=`)) ??
          notHere(subject, result, setsVariable("ENV", env), "ENV", env));
      return {
        outcome: "fail",
        message: `A container has no variable ${code(env)}${why || ", and no line of the final stage sets it"}.`,
        cause,
        facts,
      };
    }
    const wanted = typeof value === "number" ? String(value) : value;
    if (wanted === undefined || matchesText(wanted, actual, (path) => subject.text(path), "equals")) {
      return { outcome: "pass", message: `A container has ${code(`${env}=${actual}`)}.`, facts };
    }
    const where = here ? `: ${lineOf(here)} sets it` : ", from the base";
    return {
      outcome: "fail",
      message: `A container has ${code(`${env}=${actual}`)} and not ${showText(wanted)}${where}.`,
      cause: causeOf(subject, here),
      facts,
    };
  },
});
