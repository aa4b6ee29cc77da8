import type { Image, Layer } from "../../build/image/image.ts";

/** How many bytes of an image stand in layers that another of these images has too. */
export function sharedBytes(images: readonly Image[]): (image: Image) => number {
  const holders = new Map<Layer, number>();
  for (const { layers } of images)
    for (const layer of new Set(layers)) holders.set(layer, (holders.get(layer) ?? 0) + 1);
  return ({ layers }) =>
    layers.reduce((total, layer) => total + ((holders.get(layer) ?? 0) > 1 ? layer.size : 0), 0);
}
