import type { Layer } from "../../../build/image/image.ts";
import { askedOf, createLayer } from "../../../build/image/layer.ts";
import type { Digest } from "../../../core/digest.ts";
import type { Directory } from "../../../vfs/entry.ts";
import { isNumber, maybe, objectOf } from "../../../core/shape.ts";
import { isDirectory } from "../../../vfs/entry-shape.ts";
import { DamagedGraph } from "../damaged-graph.ts";
import { isDigestText } from "../shapes/digest-shape.ts";
import type { Kind } from "../kind.ts";

interface Packed {
  readonly lower: Directory;
  readonly upper: Directory;
  readonly origin: Layer["origin"];
  /** Where they were worked out already: hashing takes longer than reading. */
  readonly size?: number | undefined;
  readonly diffId?: Digest | undefined;
}

const isPacked = objectOf<Packed>({
  lower: isDirectory,
  upper: isDirectory,
  size: maybe(isNumber),
  diffId: maybe(isDigestText),
});

/** A layer that a build or a commit made. One that was imported is plain data. */
export const layerKind: Kind<Layer> = {
  name: "layer",
  is: (value): value is Layer => askedOf(value as Layer) !== undefined,
  pack(layer): Packed {
    const { size, diffId } = askedOf(layer) ?? {};
    return { lower: layer.lower, upper: layer.upper, origin: layer.origin, size, diffId };
  },
  unpack(packed) {
    if (!isPacked(packed)) throw new DamagedGraph("a layer is none");
    const { lower, upper, origin, size, diffId } = packed;
    return createLayer(lower, upper, origin, {
      ...(size !== undefined && { size }),
      ...(diffId !== undefined && { diffId }),
    });
  },
};
