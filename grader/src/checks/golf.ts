import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { type Edit, editSchema } from "../edit.ts";
import { imageOfSubject } from "../look/image.ts";
import { stepsOf } from "../look/build/step-pattern.ts";
import { megabytes } from "../look/words/words.ts";

/** What tells one edit from another in the facts: steps that run again after one say nothing of another. */
const asText = (edit: Edit | undefined): string => JSON.stringify(edit ?? null);

/** A second, soft score: how few of something. */
export const golf: Check = defineCheck({
  name: "golf",
  topic: "shape",
  needs: "image",
  summary: "layers, bytes or steps run again are at or below par",
  parameters: z.strictObject({
    metric: z.enum(["layers", "bytes", "steps-rerun"]).check(z.describe("what is counted")),
    par: z.number().check(z.describe("the most that is still good; bytes for `bytes`")),
    edit: z.optional(editSchema).check(z.describe("for `steps-rerun`: what is edited; else the Dockerfile")),
  }),
  evaluate(subject, { metric, par, edit }): Finding {
    const image = imageOfSubject(subject);
    const value =
      metric === "bytes"
        ? image.size
        : metric === "layers"
          ? image.layers.filter(({ origin }) => origin).length
          : stepsOf(subject.rebuild(edit ?? subject.dockerfileName)).filter(({ status }) => status === "DONE")
              .length;
    const show = (figure: number): string => (metric === "bytes" ? megabytes(figure) : String(figure));
    const what = {
      bytes: "Bytes of the image",
      layers: "Layers of the build",
      "steps-rerun": "Steps that run again",
    }[metric];
    return {
      outcome: value <= par ? "pass" : "fail",
      message: `${what}: ${show(value)}, par is ${show(par)}.`,
      facts: { metric, value, par, ...(metric === "steps-rerun" && { edit: asText(edit) }) },
    };
  },
  fromFacts({ metric: of, value, edit: made }, { metric, par, edit }): Finding | undefined {
    if (of !== metric || typeof value !== "number") return undefined;
    if (metric === "steps-rerun" && made !== asText(edit)) return undefined;
    return { outcome: value <= par ? "pass" : "fail", message: `It is ${value}, par is ${par}.` };
  },
});
