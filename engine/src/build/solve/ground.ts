import type { Directory } from "../../vfs/entry.ts";
import { emptyDirectory } from "../../vfs/file-system.ts";
import type { CachedResult } from "../cache/cache.ts";
import type { Image } from "../image/image.ts";

/** What a step stands on: the files, and their name in its cache key. */
export interface Ground {
  readonly id: string;
  readonly tree: Directory;
  /** The files as each layer leaves them, lowest first. */
  readonly layers: readonly Directory[];
  /** The step's result that this is; undefined on a base image or scratch. */
  readonly result: CachedResult | undefined;
  /** Name of the nearest step; undefined on a base. */
  readonly below: string | undefined;
  /** Name of the first step of the chain that was not CACHED; undefined if all were. */
  readonly missed: string | undefined;
  /** Made anew though the cache had it: whatever stands on it is looked up in vain [measured on Docker 28.5.2]. */
  readonly anew: boolean;
}

const nothing = emptyDirectory();

export const scratch: Ground = {
  id: "scratch",
  tree: nothing,
  layers: [],
  result: undefined,
  below: undefined,
  missed: undefined,
  anew: false,
};

/**
 * The ground of a stage that starts from an image. Its name is the stack of layers, not the image's id: another
 * configuration over the same layers is the same ground (moby, builder-next/adapters/containerimage, cacheKeyFromConfig).
 */
export const imageGround = (image: Image): Ground => ({
  id: `layers ${image.layers.map(({ diffId }) => diffId).join(" ")}`,
  tree: image.tree,
  layers: image.layers.map(({ upper }) => upper),
  result: undefined,
  below: undefined,
  missed: undefined,
  anew: false,
});
