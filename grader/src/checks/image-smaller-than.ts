import type { Image, Layer } from "@drydock/engine";
import * as z from "zod/mini";
import { type Check, defineCheck, type Evidence, type Finding } from "../check.ts";
import { imageOf, imageOfSubject } from "../look/image.ts";
import { layerOrigin } from "../look/files/layer-origin.ts";
import { baseFrom, causeOf, lineOf } from "../look/words/place.ts";
import { megabytes } from "../look/words/words.ts";

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
    const grown = growth(image, other);
    const [most] = grown;
    const base = baseBytes(image);
    const baseGrowth = base - baseBytes(other);
    const origin = most && layerOrigin(subject, most.layer);
    const isBase = baseGrowth > (most?.more ?? 0);
    const from = isBase ? baseFrom(subject, subject.build()) : undefined;
    const where = from
      ? ` Most of the difference is the base: ${lineOf(from)} brings ${megabytes(base)}, the other's base has ${megabytes(baseBytes(other))}.`
      : origin
        ? ` Most of the difference is the layer of ${lineOf(origin)}: ${megabytes(most.layer.size)}.`
        : "";
    return {
      outcome: "fail",
      message: `The image has ${megabytes(image.size)}, ${against}; at most ${megabytes(limit)} were asked.${where}`,
      cause: causeOf(subject, from ?? origin),
      evidence: grown.slice(0, 5).flatMap(({ layer }): Evidence[] => {
        const by = layerOrigin(subject, layer);
        return by ? [{ kind: "layer", text: lineOf(by), reason: megabytes(layer.size) }] : [];
      }),
      facts: { ...facts, base: isBase },
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

const ofBuild = ({ layers }: Image): Layer[] => layers.filter(({ origin }) => origin);

const baseBytes = ({ layers }: Image): number =>
  layers.filter(({ origin }) => !origin).reduce((sum, { size }) => sum + size, 0);

/**
 * What each layer of the build has above its counterpart of the other build, most first. Nobody can tell which layers do the same in two builds;
 * the largest is held against the largest, the next against the next.
 */
function growth(image: Image, other: Image): { readonly layer: Layer; readonly more: number }[] {
  const sizes = ofBuild(other)
    .map(({ size }) => size)
    .sort((a, b) => b - a);
  return ofBuild(image)
    .toSorted((a, b) => b.size - a.size)
    .map((layer, i) => ({ layer, more: layer.size - (sizes[i] ?? 0) }))
    .toSorted((a, b) => b.more - a.more);
}
