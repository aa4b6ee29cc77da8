import { type Digest, digestOf } from "../../core/digest.ts";
import type { Directory } from "../../vfs/entry.ts";
import { layerSize, layerTar } from "../../vfs/layer-tar.ts";
import type { Layer } from "./image.ts";

/** What somebody has asked of a layer so far. */
interface Asked {
  size?: number;
  tar?: Uint8Array;
  diffId?: Digest;
}

const asked = new WeakMap<Layer, Asked>();

/** What is known of a layer that was made here without working it out; undefined for a base image's or an imported one. */
export const askedOf = (layer: Layer): Readonly<Asked> | undefined => asked.get(layer);

/** `copy` is the same layer as `layer`. */
export const isCopyOf = (copy: Layer, layer: Layer): void => {
  const known = asked.get(layer);
  if (known) asked.set(copy, known);
};

/** The layer that a step left. Its size, tar and diff id are made when first asked for, and kept. */
export function createLayer(
  lower: Directory,
  upper: Directory,
  origin?: Layer["origin"],
  known: Readonly<Asked> = {},
): Layer {
  const kept: Asked = { ...known };
  const layer = {
    lower,
    upper,
    origin,
    get size(): number {
      return (kept.size ??= layerSize(lower, upper));
    },
    get tar(): Uint8Array {
      return (kept.tar ??= layerTar(lower, upper));
    },
    get diffId(): Digest {
      return (kept.diffId ??= digestOf(layer.tar));
    },
  };
  asked.set(layer, kept);
  return layer;
}
