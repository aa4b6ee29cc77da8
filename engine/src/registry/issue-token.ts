import { notSimulated } from "../core/engine-error.ts";
import { isoTime } from "../core/iso-time.ts";
import { canPush, type Credentials, knows } from "./access.ts";
import { basicLogin } from "./basic-login.ts";
import { failure } from "./failure.ts";
import type { RegistryState } from "./registry-state.ts";
import { reply } from "./reply.ts";
import type { RegistryRequest, RegistryResponse } from "./request.ts";
import { parseScope, type Scope } from "./scope.ts";
import { splitPath } from "./split-path.ts";
import { writeToken } from "./token.ts";

/** Seconds that a token of Docker Hub holds. */
const LIFETIME = 300;

/**
 * `GET /token?service=…&scope=…`: a token for as much of the scopes as the account may have, which can be nothing
 * (distribution/distribution, docs: "Token Authentication Specification"). Nobody in particular may pull.
 */
export function issueToken(registry: RegistryState, request: RegistryRequest, now: number): RegistryResponse {
  const login = basicLogin(request);
  if (login && !knows(registry, login)) {
    return failure("UNAUTHORIZED", null, { "Www-Authenticate": 'Basic realm="token"' });
  }
  const wanted = scopesWanted(splitPath(request.path).query.get("scope"), request.path);
  const scopes = wanted.map((scope) => granted(registry, scope, login));
  const token = writeToken(registry, {
    account: login?.username ?? "",
    scopes: scopes.filter(({ actions }) => actions.length > 0),
    expires: now + LIFETIME * 1000,
  });
  return reply(200, {}, { token, access_token: token, expires_in: LIFETIME, issued_at: isoTime(now) });
}

/** Scopes stand in one parameter, separated by spaces, or in several. */
function scopesWanted(first: string | undefined, target: string): readonly Scope[] {
  const all = target.slice(target.indexOf("?") + 1).split("&");
  const texts = all.filter((pair) => pair.startsWith("scope="));
  const each = texts.length > 1 ? texts.map((text) => splitPath(`?${text}`).query.get("scope")) : [first];
  return each.flatMap((text) => (text ?? "").split(" ")).flatMap((text) => parseScope(text) ?? []);
}

function granted(registry: RegistryState, scope: Scope, login: Credentials | undefined): Scope {
  if (scope.type !== "repository") return { ...scope, actions: [] };
  const own = canPush(registry, login, scope.name);
  const there = registry.repositories.has(scope.name);
  if (!own && !there && registry.partial && scope.name.startsWith("library/"))
    throw notSimulated(`the repository ${scope.name}`, "give a token for it, if it is there");
  const allowed = own ? ["pull", "push", "delete"] : there ? ["pull"] : [];
  return { ...scope, actions: scope.actions.filter((action) => allowed.includes(action)) };
}
