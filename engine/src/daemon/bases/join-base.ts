import type { BaseImageData, BaseLayerData } from "./base-image.ts";
import type { LayerFiles } from "./layer-files.ts";

/** A base image as its file says it: layers name their listings, since images share them. */
export interface BaseImageFile extends Omit<BaseImageData, "layers"> {
  readonly layers: readonly (Omit<BaseLayerData, "files"> & { readonly files: readonly string[] })[];
}

const joined = new WeakMap<BaseImageFile, BaseImageData>();

/** Puts the listings in place of their names. @throws {Error} where one is missing. */
export function joinBase(file: BaseImageFile, listings: ReadonlyMap<string, LayerFiles>): BaseImageData {
  const known = joined.get(file);
  if (known) return known;
  const layers = file.layers.map((layer) => ({
    ...layer,
    files: layer.files.map((name) => {
      const listing = listings.get(name);
      if (!listing) throw new Error(`base image data: no listing ${name}`);
      return listing;
    }),
  }));
  const data = { ...file, layers };
  joined.set(file, data);
  return data;
}
