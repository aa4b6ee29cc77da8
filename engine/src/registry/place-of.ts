import { headerOf } from "./header-of.ts";
import type { RegistryRequest } from "./request.ts";

/** A path of this registry as `Location` says it: in full where the client named the host, as distribution does. */
export function placeOf(request: RegistryRequest, path: string): string {
  const host = headerOf(request, "Host");
  return host === undefined ? path : `http://${host}${path}`;
}
