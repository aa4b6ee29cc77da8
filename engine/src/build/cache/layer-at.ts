import type { Layer } from "../image/image.ts";
import { isCopyOf } from "../image/layer.ts";

const sameOrigin = (a: Layer["origin"], b: Layer["origin"]): boolean =>
  a?.stage === b?.stage &&
  a?.range.start.line === b?.range.start.line &&
  a?.range.start.column === b?.range.start.column &&
  a?.range.end.line === b?.range.end.line &&
  a?.range.end.column === b?.range.end.column;

/** The same layer as another line's: a cached result may have been made when its instruction stood elsewhere. */
export function layerAt(layer: Layer, origin: Layer["origin"]): Layer {
  if (sameOrigin(layer.origin, origin)) return layer;
  const copy: Layer = {
    lower: layer.lower,
    upper: layer.upper,
    origin,
    blob: layer.blob,
    repository: layer.repository,
    get size(): number {
      return layer.size;
    },
    get diffId(): Layer["diffId"] {
      return layer.diffId;
    },
    get tar(): Layer["tar"] {
      return layer.tar;
    },
  };
  isCopyOf(copy, layer);
  return copy;
}
