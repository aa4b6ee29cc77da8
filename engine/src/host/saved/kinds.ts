import { blobKind } from "./kinds/blob.ts";
import { buildCacheKind } from "./kinds/build-cache.ts";
import { contentKind } from "./kinds/content.ts";
import { imageKind } from "./kinds/image.ts";
import { layerKind } from "./kinds/layer.ts";
import { waitingKind } from "./kinds/waiting.ts";
import type { Kind } from "./kind.ts";

/** All that is no plain data in a machine's state. */
export const kinds: readonly Kind[] = [
  contentKind,
  layerKind,
  imageKind,
  buildCacheKind,
  blobKind,
  waitingKind,
] as readonly Kind[];
