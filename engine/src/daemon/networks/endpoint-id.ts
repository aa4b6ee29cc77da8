import { encode } from "../../core/bytes.ts";
import { sha256 } from "../../core/sha256.ts";

/** Id of a container's endpoint: as random as every id here, and the same for the same two. */
export const endpointId = (container: string, network: string): string =>
  sha256(encode(`endpoint ${container} ${network}`));
