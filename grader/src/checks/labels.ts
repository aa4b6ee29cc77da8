import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { notHere } from "../look/words/not-here.ts";
import { causeOf, lastInstruction, lineOf } from "../look/words/place.ts";
import { setsVariable } from "../look/sets-variable.ts";
import { code } from "../look/words/words.ts";
import { matchesText, showText, textSchema } from "../rubric/text.ts";

/** The image carries this label. */
export const labels: Check = defineCheck({
  name: "labels",
  topic: "settings",
  needs: "image",
  summary: "the image carries the label, with this value",
  parameters: z.strictObject({
    label: z.string().check(z.describe("the label's name")),
    value: z
      .optional(z.union([z.number(), textSchema], "a value"))
      .check(z.describe("what the value must be; a plain text must be equal")),
  }),
  evaluate(subject, { label, value }): Finding {
    const actual = imageOfSubject(subject).config.config.Labels?.[label];
    const here = lastInstruction(subject, subject.build(), setsVariable("LABEL", label));
    const facts = { value: actual ?? null };
    if (actual === undefined) {
      const { why, cause } = notHere(subject, subject.build(), setsVariable("LABEL", label), "LABEL", label);
      return {
        outcome: "fail",
        message: `The image has no label ${code(label)}${why}.`,
        cause,
        facts,
      };
    }
    const wanted = typeof value === "number" ? String(value) : value;
    if (wanted === undefined || matchesText(wanted, actual, (path) => subject.text(path), "equals")) {
      return { outcome: "pass", message: `The label is ${code(`${label}=${actual}`)}.`, facts };
    }
    const where = here ? `: ${lineOf(here)} sets it` : ", from the base";
    return {
      outcome: "fail",
      message: `The label is ${code(`${label}=${actual}`)} and not ${showText(wanted)}${where}.`,
      cause: causeOf(subject, here),
      facts,
    };
  },
});
