import { encode } from "../core/bytes.ts";
import { admit } from "./admit.ts";
import type { Endpoint } from "./exchange.ts";
import { issueToken } from "./issue-token.ts";
import type { RegistryState } from "./registry-state.ts";
import { reply } from "./reply.ts";
import type { RegistryRequest, RegistryResponse } from "./request.ts";
import { route } from "./route.ts";
import { scopesOf } from "./scope.ts";
import { splitPath } from "./split-path.ts";

const PLAIN = { "Content-Type": "text/plain; charset=utf-8" };
const HTML = { "Content-Type": "text/html; charset=utf-8" };
const MOVED = '<a href="/v2/">Moved Permanently</a>.\n\n';

/** What a registry says, and how it stands afterwards. */
export interface Served {
  readonly registry: RegistryState;
  readonly response: RegistryResponse;
}

/**
 * A registry as a function: the OCI distribution specification 1.1, with Docker's catalogue and token authentication.
 *
 * Deletion is on, as with `REGISTRY_STORAGE_DELETE_ENABLED=true`.
 * @param now milliseconds since 1970: tokens end
 * @throws {EngineError} NOT_SIMULATED for content of the real registry that Drydock does not hold
 */
export function serve(registry: RegistryState, request: RegistryRequest, now: number): Served {
  const { path, query } = splitPath(request.path);
  const { method } = request;
  const plain = (response: RegistryResponse): Served => ({
    registry,
    response: method === "HEAD" ? { ...response, body: new Uint8Array() } : response,
  });
  if (registry.access === "hub" && path === "/token") return plain(issueToken(registry, request, now));
  if (path === "/v2") return plain(reply(301, { Location: "/v2/", ...HTML }, encode(MOVED)));
  const found = route(path);
  if (!found) return plain(reply(404, PLAIN, encode("404 page not found\n")));
  const { endpoint, name, reference } = found;
  const from = query.has("mount") ? query.get("from") : undefined;
  const refused = admit(registry, request, scopesOf(method, found, path, from), now);
  if (refused) return plain(refused);
  const act = endpoint[(method === "HEAD" ? "GET" : method) as keyof Endpoint];
  if (!act)
    return plain(reply(405, { Allow: methodsOf(endpoint), ...PLAIN }, encode("Method not allowed\n")));
  const outcome = act({ registry, request, name, reference, query });
  return { ...plain(outcome.response), registry: outcome.registry ?? registry };
}

const methodsOf = (endpoint: Endpoint): string =>
  Object.keys(endpoint)
    .flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]))
    .toSorted()
    .join(", ");
