import type { Image } from "../../build/image/image.ts";

/**
 * Whether two images have one id, told without a digest where that can be: layers that are the same trees mean the same
 * bytes, and an image with another layer is another image. (Two builds apart that make equal layers differ in their
 * history's times.)
 */
export function sameImage(a: Image, b: Image): boolean {
  if (a === b) return true;
  if (a.layers.length !== b.layers.length) return false;
  const shared = a.layers.every(
    (layer, i) =>
      layer === b.layers[i] || (layer.lower === b.layers[i]?.lower && layer.upper === b.layers[i]?.upper),
  );
  return shared && a.id === b.id;
}
