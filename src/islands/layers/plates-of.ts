import type { BuildResult } from "@drydock/engine";
import { lineFacts, size } from "../../session/line-facts.ts";
import type { Plate } from "./hull.ts";

/** The plates of a build's image: its base as one, then a plate a layer. `text` is the Dockerfile that was built. */
export const platesOf = (result: BuildResult, text: string): readonly Plate[] => {
  const { image } = result;
  if (!image) return [];
  const facts = lineFacts(result, text);
  const base = image.layers.filter(({ origin }) => !origin);
  const below = base.reduce((sum, layer) => sum + layer.size, 0);
  const first = facts.findLast(({ state }) => state === "base");
  const plates: Plate[] =
    base.length > 0
      ? [
          {
            size: below,
            amount: size(below),
            name: first?.name ?? "FROM",
            kind: "base",
            line: first?.line ?? 1,
          },
        ]
      : [];
  for (const { size: bytes, origin } of image.layers) {
    if (!origin) continue;
    const fact = facts.find(({ line }) => line === origin.range.start.line);
    const again = fact?.state === "first-miss" || fact?.state === "again";
    plates.push({
      size: bytes,
      amount: size(bytes),
      name: fact?.name ?? `line ${origin.range.start.line}`,
      kind: again ? "again" : "layer",
      line: origin.range.start.line,
    });
  }
  return plates;
};
