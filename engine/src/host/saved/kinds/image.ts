import { createImage, type Image, partsOfImage } from "../../../build/image/image.ts";
import { DamagedGraph } from "../damaged-graph.ts";
import { isImageParts } from "../shapes/image-shape.ts";
import type { Kind } from "../kind.ts";

/** An image that was made here. */
export const imageKind: Kind<Image> = {
  name: "image",
  is: (value): value is Image => partsOfImage(value as Image) !== undefined,
  pack: (image) => partsOfImage(image),
  unpack(packed) {
    if (!isImageParts(packed)) throw new DamagedGraph("an image is none");
    return createImage(packed);
  },
};
