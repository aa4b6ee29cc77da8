import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOf, imageOfSubject } from "../look/image.ts";
import { layerOrigin } from "../look/layer-origin.ts";
import { causeOf, lineOf } from "../look/place.ts";
import { megabytes } from "../look/words.ts";

const names = { start: "the image of the start", solution: "the reference" } as const;

/** The image against another build's, measured by the same engine in the same run: never against a figure. */
export const imageSmallerThan: Check = defineCheck({
  name: "imageSmallerThan",
  topic: "shape",
  needs: "image",
  summary: "the image has at most that many times the bytes of the reference",
  parameters: z.strictObject({
    reference: z
      .enum(["start", "solution"])
      .check(z.describe("the build to compare with, made by the same engine in the same run")),
    ratio: z._default(z.number(), 1).check(z.describe("how many times the reference's bytes are allowed")),
  }),
  evaluate(subject, { reference, ratio }): Finding {
    const image = imageOfSubject(subject);
    const other = imageOf(subject.reference(reference));
    const limit = other.size * ratio;
    const facts = { bytes: image.size, of: reference, reference: other.size, ratio };
    const against = `${names[reference]} has ${megabytes(other.size)}`;
    const small = isSmall(image.size, reference, limit, ratio);
    if (small)
      return { outcome: "pass", message: `The image has ${megabytes(image.size)}, ${against}.`, facts };
    const known = new Set(other.layers.map(({ lower }) => lower));
    const own = image.layers.filter(
      ({ origin, lower }) =>
        origin && !(known.has(lower) && other.layers.some(({ upper }) => upper === lower)),
    );
    const largest = own.toSorted((a, b) => b.size - a.size)[0];
    const origin = largest && layerOrigin(subject, largest);
    const where =
      origin && largest
        ? ` The largest layer of its own is that of ${lineOf(origin)}: ${megabytes(largest.size)}.`
        : "";
    return {
      outcome: "fail",
      message: `The image has ${megabytes(image.size)}, ${against}; at most ${megabytes(limit)} were asked.${where}`,
      cause: causeOf(subject, origin),
      evidence: own
        .toSorted((a, b) => b.size - a.size)
        .slice(0, 5)
        .map((layer) => ({
          kind: "layer",
          text: lineOf(
            layerOrigin(subject, layer) ?? origin ?? subject.dockerfile.stages[0]?.from ?? missing(),
          ),
          reason: megabytes(layer.size),
        })),
      facts,
    };
  },
  fromFacts({ bytes, of, reference: size }, { reference, ratio }): Finding | undefined {
    if (typeof bytes !== "number" || typeof size !== "number" || of !== reference) return undefined;
    return {
      outcome: isSmall(bytes, reference, size * ratio, ratio) ? "pass" : "fail",
      message: `The image has ${megabytes(bytes)}, ${names[reference]} has ${megabytes(size)}.`,
    };
  },
});

/** As large as the start is no progress; as large as the solution is what was asked. */
const isSmall = (bytes: number, reference: keyof typeof names, limit: number, ratio: number): boolean =>
  reference === "start" && ratio >= 1 ? bytes < limit : bytes <= limit;

function missing(): never {
  throw new Error("an image was built of a Dockerfile without a stage");
}
