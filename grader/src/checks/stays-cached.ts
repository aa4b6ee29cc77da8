import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { editedFile, editSchema } from "../edit.ts";
import { lineOf, stepCause } from "../look/words/place.ts";
import { firstMiss, reasonWords, secondBuild } from "../look/build/second-build.ts";
import { code, seconds } from "../look/words/words.ts";

/** After an edit a second build takes every step that runs this program from the cache. */
export const staysCached: Check = defineCheck({
  name: "staysCached",
  topic: "cache",
  needs: "image",
  summary: "after the edit a second build reports the step CACHED",
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
    const { result, matches, evidence } = second;
    const file = code(editedFile(edit)).slice(1, -1);
    const again = matches.find((vertex) => vertex.status !== "CACHED");
    if (!again) {
      const saved = matches.reduce((sum, vertex) => sum + vertex.cost, 0);
      return {
        outcome: "pass",
        message: `An edit to ${file} leaves ${code(step)} alone: ${seconds(saved)} saved on every edit.`,
        evidence,
        facts: { cached: true },
      };
    }
    const first = firstMiss(result, again);
    const { miss } = first.step;
    const why = miss && miss.kind !== "parent" ? `, because ${reasonWords(miss)}` : "";
    const message =
      first === again
        ? `After an edit to ${file}, ${lineOf(again.step.instruction, `, ${seconds(again.cost)}`)} misses the cache by itself${why}.`
        : `After an edit to ${file}, ${lineOf(first.step.instruction)} misses the cache and takes ${code(step)} (line ${again.step.instruction.range.start.line}, ${seconds(again.cost)}) with it.`;
    return {
      outcome: "fail",
      message,
      cause: stepCause(subject, first.step),
      evidence,
      facts: { cached: false, firstMiss: first.step.instruction.range.start.line, cost: again.cost },
    };
  },
});
