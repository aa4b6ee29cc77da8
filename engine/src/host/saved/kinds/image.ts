import { createImage, type Image, type ImageParts, partsOfImage } from "../../../build/image.ts";
import { fieldsOf } from "../fields-of.ts";
import type { Kind } from "../kind.ts";

/** An image that was made here. */
export const imageKind: Kind<Image> = {
  name: "image",
  is: (value): value is Image => partsOfImage(value as Image) !== undefined,
  pack: (image) => partsOfImage(image),
  unpack: (packed) => createImage(fieldsOf<ImageParts>(packed, "config", "layers")),
};
