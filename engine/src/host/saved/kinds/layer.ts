import type { Layer } from "../../../build/image.ts";
import { askedOf, createLayer } from "../../../build/layer.ts";
import type { Digest } from "../../../core/digest.ts";
import type { Directory } from "../../../vfs/entry.ts";
import { fieldsOf } from "../fields-of.ts";
import type { Kind } from "../kind.ts";

interface Packed {
  readonly lower: Directory;
  readonly upper: Directory;
  readonly origin: Layer["origin"];
  /** Where they were worked out already: hashing takes longer than reading. */
  readonly size?: number | undefined;
  readonly diffId?: Digest | undefined;
}

/** A layer that a build or a commit made. One that was imported is plain data. */
export const layerKind: Kind<Layer> = {
  name: "layer",
  is: (value): value is Layer => askedOf(value as Layer) !== undefined,
  pack(layer): Packed {
    const { size, diffId } = askedOf(layer) ?? {};
    return { lower: layer.lower, upper: layer.upper, origin: layer.origin, size, diffId };
  },
  unpack(packed) {
    const { lower, upper, origin, size, diffId } = fieldsOf<Packed>(packed, "lower", "upper");
    return createLayer(lower, upper, origin, {
      ...(size !== undefined && { size }),
      ...(diffId !== undefined && { diffId }),
    });
  },
};
