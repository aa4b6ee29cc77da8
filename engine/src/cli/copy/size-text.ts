import { humanSize } from "../../core/size.ts";
import type { Entry } from "../../vfs/entry.ts";

const BLOCK = 512;

/** The size of the tar that goes over the wire, as the client tells it. */
export function sizeText(entry: Entry): string {
  const blocks = (one: Entry): number =>
    one.kind === "directory"
      ? [...one.children.values()].reduce((sum, child) => sum + blocks(child), BLOCK)
      : BLOCK + (one.kind === "file" ? Math.ceil(one.content.size / BLOCK) * BLOCK : 0);
  return humanSize(blocks(entry) + 2 * BLOCK);
}
