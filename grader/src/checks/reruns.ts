import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { editedFile, editSchema } from "../edit.ts";
import { lineOf, stepCause } from "../look/words/place.ts";
import { secondBuild } from "../look/build/second-build.ts";
import { code } from "../look/words/words.ts";

/** After an edit a second build runs at least one of the steps again. */
export const reruns: Check = defineCheck({
  name: "reruns",
  topic: "cache",
  needs: "image",
  summary: "after the edit a second build runs the step again",
  parameters: z.strictObject({
    edit: editSchema.check(z.describe("what is edited before the second build")),
    step: z
      .string()
      .check(
        z.describe(
          "a program that the step ran, such as `pip install`, or what it copied, such as `COPY requirements.txt`",
        ),
      ),
  }),
  evaluate(subject, { edit, step }): Finding {
    const second = secondBuild(subject, edit, step);
    if (second.finding) return second.finding;
    const { matches, evidence } = second;
    const file = code(editedFile(edit)).slice(1, -1);
    if (matches.some((vertex) => vertex.status === "DONE")) {
      return {
        outcome: "pass",
        message: `An edit to ${file} makes ${code(step)} run again.`,
        evidence,
        facts: { cached: false },
      };
    }
    const [first] = matches;
    if (!first) throw new Error("a second build without a match has a finding");
    return {
      outcome: "fail",
      message: `After an edit to ${file}, ${lineOf(first.step.instruction)} is still CACHED: nothing that it was given or told has changed.`,
      cause: stepCause(subject, first.step),
      evidence,
      facts: { cached: true },
    };
  },
});
