import { type Digest, digestOf } from "../core/digest.ts";
import type { Directory } from "../vfs/entry.ts";
import { layerSize, layerTar } from "../vfs/layer-tar.ts";
import type { Layer } from "./image.ts";

/** The layer that a step left. Its size, tar and diff id are made when first asked for, and kept. */
export function createLayer(lower: Directory, upper: Directory, origin?: Layer["origin"]): Layer {
  let size: number | undefined;
  let tar: Uint8Array | undefined;
  let diffId: Digest | undefined;
  const layer = {
    lower,
    upper,
    origin,
    get size(): number {
      return (size ??= layerSize(lower, upper));
    },
    get tar(): Uint8Array {
      return (tar ??= layerTar(lower, upper));
    },
    get diffId(): Digest {
      return (diffId ??= digestOf(layer.tar));
    },
  };
  return layer;
}
