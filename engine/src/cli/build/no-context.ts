import { encode } from "../../core/bytes.ts";
import { sha256 } from "../../core/sha256.ts";

/** What the client says where it knows no context of that name: each would have a folder named by its digest. */
export const noContext = (name: string): string =>
  `context ${JSON.stringify(name)}: context not found: open /root/.docker/contexts/meta/${sha256(encode(name))}/meta.json: no such file or directory`;
