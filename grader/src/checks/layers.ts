import * as z from "zod/mini";
import { type Check, defineCheck, type Finding } from "../check.ts";
import { imageOfSubject } from "../look/image.ts";
import { layerOrigin } from "../look/files/layer-origin.ts";
import { causeOf, lineOf } from "../look/words/place.ts";
import { megabytes, plural } from "../look/words/words.ts";

/** Layers that the build adds to its base. */
export const layers: Check = defineCheck({
  name: "layers",
  topic: "shape",
  needs: "image",
  summary: "the build adds at most, or at least, that many layers",
  parameters: z.strictObject({
    atMost: z.optional(z.number()).check(z.describe("layers above the base, at most")),
    atLeast: z.optional(z.number()).check(z.describe("layers above the base, at least")),
  }),
  evaluate(subject, { atMost, atLeast }): Finding {
    const own = imageOfSubject(subject).layers.filter((layer) => layer.origin);
    const facts = { layers: own.length };
    const evidence = own.slice(0, 20).map((layer) => {
      const origin = layerOrigin(subject, layer);
      return {
        kind: "layer" as const,
        text: origin ? lineOf(origin) : "a layer",
        reason: megabytes(layer.size),
      };
    });
    const tooMany = atMost !== undefined && own.length > atMost;
    const tooFew = atLeast !== undefined && own.length < atLeast;
    const said = `The build adds ${plural(own.length, "layer")} to its base`;
    if (!tooMany && !tooFew) return { outcome: "pass", message: `${said}.`, evidence, facts };
    const blamed = tooMany ? own[atMost] : own.at(-1);
    const origin = blamed && layerOrigin(subject, blamed);
    const where = tooMany && origin ? ` The first one too many is that of ${lineOf(origin)}.` : "";
    return {
      outcome: "fail",
      message: `${said}; ${tooMany ? `at most ${atMost}` : `at least ${atLeast}`} were asked.${where}`,
      cause: causeOf(subject, origin),
      evidence,
      facts,
    };
  },
  fromFacts({ layers: count }, { atMost = Infinity, atLeast = 0 }): Finding | undefined {
    if (typeof count !== "number") return undefined;
    return {
      outcome: count <= atMost && count >= atLeast ? "pass" : "fail",
      message: `The build adds ${plural(count, "layer")} to its base.`,
    };
  },
});
