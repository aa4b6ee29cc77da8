import type { Layer } from "../../build/image/image.ts";
import { type Digest, digestOf } from "../../core/digest.ts";

/** ChainID of each layer: the first one's DiffID, then the digest of `<chain below> <DiffID>` (OCI image specification, config.md). */
export function chainIds(layers: readonly Layer[]): Digest[] {
  const chain: Digest[] = [];
  for (const { diffId } of layers) {
    const below = chain.at(-1);
    chain.push(below === undefined ? diffId : digestOf(`${below} ${diffId}`));
  }
  return chain;
}
