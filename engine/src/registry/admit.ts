import { knows } from "./access.ts";
import { basicLogin } from "./basic-login.ts";
import { failure } from "./failure.ts";
import { headerOf } from "./header-of.ts";
import type { RegistryState } from "./registry-state.ts";
import type { RegistryRequest, RegistryResponse } from "./request.ts";
import { type Scope, scopeText } from "./scope.ts";
import { readToken } from "./token.ts";

/** Docker Hub's. */
const HUB = { realm: "https://auth.docker.io/token", service: "registry.docker.io" };

/**
 * Why a request is not let in: 401 with where and for what to get a token, or with `Basic` (distribution/distribution,
 * registry/auth/token and registry/auth/htpasswd). Undefined: it is.
 */
export function admit(
  registry: RegistryState,
  request: RegistryRequest,
  scopes: readonly Scope[],
  now: number,
): RegistryResponse | undefined {
  if (registry.access === "none") return undefined;
  if (registry.access === "basic")
    return knows(registry, basicLogin(request))
      ? undefined
      : failure("UNAUTHORIZED", detailOf(scopes), { "Www-Authenticate": 'Basic realm="Registry Realm"' });
  const text = /^bearer +(\S+) *$/i.exec(headerOf(request, "Authorization") ?? "")?.[1];
  const token = text === undefined ? undefined : readToken(registry, text, now);
  const has = ({ type, name, actions }: Scope): boolean =>
    actions.every((action) =>
      token?.scopes.some((one) => one.type === type && one.name === name && one.actions.includes(action)),
    );
  if (token && scopes.every(has)) return undefined;
  const { realm, service } = registry.tokens ?? HUB;
  const parts = [`realm="${realm}"`, `service="${service}"`];
  if (scopes.length > 0) parts.push(`scope="${scopes.map(scopeText).join(" ")}"`);
  if (text !== undefined) parts.push(`error="${token ? "insufficient_scope" : "invalid_token"}"`);
  return failure("UNAUTHORIZED", detailOf(scopes), { "Www-Authenticate": `Bearer ${parts.join(",")}` });
}

/** What was asked for, as distribution lists it: an action a row. */
const detailOf = (scopes: readonly Scope[]): unknown =>
  scopes.length === 0
    ? null
    : scopes.flatMap(({ type, name, actions }) =>
        actions.map((action) => ({ Type: type, Class: "", Name: name, Action: action })),
      );
