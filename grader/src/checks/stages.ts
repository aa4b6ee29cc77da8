import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { causeOf } from "../look/words/place.ts";
import { code, listed, plural } from "../look/words/words.ts";

/** How many stages the target is really made of; one that nothing is taken from does not count. */
export const stages: Check = defineCheck({
  name: "stages",
  topic: "shape",
  needs: "image",
  summary: "the target really uses that many stages",
  parameters: z.strictObject({
    atLeast: z
      .optional(z.number())
      .check(z.describe("stages, at least; one that nothing is taken from does not count")),
    atMost: z.optional(z.number()).check(z.describe("stages, at most")),
  }),
  evaluate(subject, { atLeast, atMost }): Finding {
    const used = subject.build().stages.map(({ index }) => index);
    const facts = { stages: used.length };
    const short = atLeast !== undefined && used.length < atLeast;
    const long = atMost !== undefined && used.length > atMost;
    if (!short && !long)
      return { outcome: "pass", message: `The image is made of ${plural(used.length, "stage")}.`, facts };
    const idle = subject.dockerfile.stages.filter(({ index }) => !used.includes(index));
    const [first] = idle;
    const why =
      short && first
        ? `: nothing is taken from ${listed(idle.map(({ from }) => `${code(from.nameAsWritten || from.original)} (line ${from.range.start.line})`))}`
        : "";
    return {
      outcome: "fail",
      message: `The image is made of ${plural(used.length, "stage")}${why}; ${short ? `at least ${atLeast}` : `at most ${atMost}`} were asked.`,
      cause: causeOf(
        subject,
        short
          ? (first?.from ?? subject.dockerfile.stages.at(-1)?.from)
          : subject.dockerfile.stages.at(-1)?.from,
      ),
      facts,
    };
  },
  fromFacts({ stages: count }, { atMost = Infinity, atLeast = 0 }): Finding | undefined {
    if (typeof count !== "number") return undefined;
    return {
      outcome: count <= atMost && count >= atLeast ? "pass" : "fail",
      message: `The image is made of ${plural(count, "stage")}.`,
    };
  },
});
