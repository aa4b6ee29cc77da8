import { createImage, type Image, type Layer } from "../../build/image/image.ts";
import { decompress } from "../../archive/decompress.ts";
import type { ArchiveRefusal } from "../../archive/limits.ts";
import { readTar } from "../../archive/tar.ts";
import { type Digest, digestOf } from "../../core/digest.ts";
import { notSimulated } from "../../core/engine-error.ts";
import type { Directory } from "../../vfs/entry.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import { layerSize } from "../../vfs/layer-tar.ts";
import type { DaemonState } from "../state.ts";
import { applyLayer } from "./apply-layer.ts";
import { foreignConfig } from "./foreign-config.ts";
import { IMAGE_LIMITS } from "./image-limits.ts";

/** A layer as it comes in, packed or plain; `bytes` undefined where they are not held. */
export interface ForeignLayer {
  readonly bytes: Uint8Array | undefined;
  /** How a registry names it. */
  readonly blob?: { readonly digest: Digest; readonly size: number; readonly bytes: Uint8Array };
}

/**
 * An image from its parts: config and layers, bottom first. A layer that the machine has is the machine's own, so that what is
 * known of its files and programs stays known.
 *
 * @returns the image, or why it is none in the daemon's words (moby/moby, image/tarexport/load.go)
 * @throws {EngineError} NOT_SIMULATED for a layer whose bytes Drydock does not hold, and for what is over its limits
 */
export function foreignImage(
  state: DaemonState,
  configJson: string,
  layers: readonly ForeignLayer[],
): Image | { readonly error: string } {
  const id = digestOf(configJson);
  const known = [...state.images, ...state.pushed].find((one) => one.id === id);
  if (known) return known;
  const config = foreignConfig(configJson);
  if ("error" in config) return config;
  const { diff_ids: ids } = config.rootfs;
  if (ids.length !== layers.length)
    return {
      error: `invalid manifest, layers length mismatch: expected ${layers.length}, got ${ids.length}`,
    };
  const held = new Set([...state.images.flatMap((one) => one.layers), ...state.cachedLayers]);
  const made: Layer[] = [];
  for (const [i, layer] of layers.entries()) {
    const below = made.at(-1)?.upper;
    const wanted = ids[i] ?? id;
    const own = [...held].find((one) => one.diffId === wanted && standsOn(one, below));
    const next = own ?? unpack(layer, below ?? emptyDirectory(), wanted, i);
    if ("error" in next) return next;
    made.push(next);
  }
  return createImage({ config, layers: made, known: { id, configJson } });
}

const standsOn = ({ lower }: Layer, below: Directory | undefined): boolean =>
  below === undefined ? lower.children.size === 0 : lower === below;

function unpack(
  { bytes, blob }: ForeignLayer,
  lower: Directory,
  wanted: Digest,
  index: number,
): Layer | { readonly error: string } {
  if (!bytes)
    throw notSimulated(
      `the bytes of the layer ${wanted}, which belongs to an image that is not here`,
      "unpack it; here, pull the image that it comes from first",
    );
  const tar = decompress(bytes, IMAGE_LIMITS);
  if (!(tar instanceof Uint8Array)) return refuse(tar);
  const diffId = digestOf(tar);
  if (diffId !== wanted)
    return { error: `invalid diffID for layer ${index}: expected "${wanted}", got "${diffId}"` };
  const members = readTar(tar, IMAGE_LIMITS);
  if ("error" in members) return refuse(members);
  const upper = applyLayer(lower, members);
  if ("error" in upper) return { error: `failed to register layer: ${upper.error}` };
  return { lower, upper, size: layerSize(lower, upper), diffId, tar, blob };
}

/** What is broken is told in the words of whoever found it; what is too much for Drydock is told as its own limit. */
export function refuse({ error, limit }: ArchiveRefusal): { readonly error: string } {
  if (limit) throw notSimulated(`images and archives that hold ${error}`, "take it");
  return { error };
}
