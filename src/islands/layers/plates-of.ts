import { size } from "../../session/facts/amounts.ts";
import type { BuildFacts } from "../../session/facts/build-facts.ts";
import type { Plate } from "./hull.ts";

/** The plates of a build's image: its base as one, then a plate a layer. */
export const platesOf = ({ image, lines }: BuildFacts): readonly Plate[] => {
  if (!image) return [];
  const base = image.layers.filter(({ line }) => line === undefined);
  const below = base.reduce((sum, layer) => sum + layer.size, 0);
  const first = lines.findLast(({ state }) => state === "base");
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
  for (const { size: bytes, line } of image.layers) {
    if (line === undefined) continue;
    const fact = lines.find((one) => one.line === line);
    const again = fact?.state === "first-miss" || fact?.state === "again";
    plates.push({
      size: bytes,
      amount: size(bytes),
      name: fact?.name ?? `line ${line}`,
      kind: again ? "again" : "layer",
      line,
    });
  }
  return plates;
};
