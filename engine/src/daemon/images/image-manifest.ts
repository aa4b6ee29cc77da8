import type { Image, Layer } from "../../build/image/image.ts";
import { gzip } from "../../archive/gzip.ts";
import { encode } from "../../core/bytes.ts";
import { type Digest, digestOf } from "../../core/digest.ts";
import type { Manifest } from "../../oci/manifest.ts";
import { mediaType } from "../../oci/media-type.ts";
import type { Blob, StoredManifest } from "../../registry/registry-state.ts";

const blobs = new WeakMap<Layer, Blob>();
const manifests = new WeakMap<Image, { manifest: StoredManifest; layers: readonly Blob[]; config: Blob }>();

/**
 * A layer as a registry keeps it: compressed. Of a base image's layer only digest and size are known; where even those are
 * not, a stand-in that follows from the diff id, with the layer's own size.
 */
export function layerBlob(layer: Layer): Blob {
  const known = blobs.get(layer);
  if (known) return known;
  const { tar } = layer;
  const bytes = layer.blob ? layer.blob.bytes : tar && gzip(tar);
  const blob: Blob = {
    digest: layer.blob?.digest ?? digestOf(bytes ?? `compressed ${layer.diffId}`),
    size: layer.blob?.size ?? bytes?.length ?? layer.size,
    bytes: () => bytes,
  };
  blobs.set(layer, blob);
  return blob;
}

/** What the classic image store pushes: Docker's manifest, schema 2, indented by three [recording cli/registry/api]. */
export function imageManifest(image: Image): {
  readonly manifest: StoredManifest;
  readonly layers: readonly Blob[];
  readonly config: Blob;
} {
  const known = manifests.get(image);
  if (known) return known;
  const layers = image.layers.map(layerBlob);
  const bytes = encode(image.configJson);
  const config: Blob = { digest: image.id, size: bytes.length, bytes: () => bytes };
  const content: Manifest = {
    schemaVersion: 2,
    mediaType: mediaType.dockerManifest,
    config: { mediaType: mediaType.dockerConfig, size: config.size, digest: config.digest },
    layers: layers.map(({ digest, size }) => ({ mediaType: mediaType.dockerLayer, size, digest })),
  };
  const text = JSON.stringify(content, null, 3);
  const made = {
    manifest: { digest: digestOf(text) satisfies Digest, mediaType: mediaType.dockerManifest, text },
    layers,
    config,
  };
  manifests.set(image, made);
  return made;
}
