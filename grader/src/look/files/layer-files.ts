import { diff, type Entry, type Image, type Layer } from "@drydock/engine";

/** One path that a layer brings, deleted later or not. */
export interface LayerFile {
  readonly layer: Layer;
  /** Absolute. */
  readonly path: string;
  readonly entry: Entry;
}

/** Everything that the layers of an image bring, the lowest layer first. Layers of the base come too. */
export function* layerFiles(image: Image): Generator<LayerFile> {
  for (const layer of image.layers) {
    for (const { path, kind, entry } of diff(layer.lower, layer.upper)) {
      if (kind !== "D" && entry) yield { layer, path: path.startsWith("/") ? path : `/${path}`, entry };
    }
  }
}
