import { cacheId } from "../cache/cache-records.ts";
import { chainIds } from "../images/chain-ids.ts";
import type { Container } from "../containers/container.ts";
import type { Json } from "../../core/json.ts";
import { encode } from "../../core/bytes.ts";
import { sha256 } from "../../core/sha256.ts";

/** Folders of the engine that are the container's layers; their names are made of its id, as nobody can see them. */
export function graphDriverJson(root: string, { id, image }: Container): Json {
  const layers = chainIds(image.layers).map((chain) => `${root}/overlay2/${cacheId(`folder ${chain}`)}/diff`);
  const own = `${root}/overlay2/${sha256(encode(`folder ${id}`))}`;
  return {
    Data: {
      ID: id,
      LowerDir: [`${own}-init/diff`, ...layers.toReversed()].join(":"),
      MergedDir: `${own}/merged`,
      UpperDir: `${own}/diff`,
      WorkDir: `${own}/work`,
    },
    Name: "overlay2",
  };
}
