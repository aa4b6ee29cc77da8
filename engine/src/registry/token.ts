import { fromBase64, toBase64 } from "../core/base64.ts";
import { decode, encode } from "../core/bytes.ts";
import { digestOf } from "../core/digest.ts";
import type { RegistryState } from "./registry-state.ts";
import { parseScope, type Scope, scopeText } from "./scope.ts";

/** What a token says: who asked for it, what they may do, and until when (milliseconds since 1970). */
export interface Token {
  readonly account: string;
  readonly scopes: readonly Scope[];
  readonly expires: number;
}

/** Whoever can make a token knows the passwords: it is sealed with a digest over them. */
const seal = (registry: RegistryState, text: string): string =>
  digestOf(JSON.stringify([text, [...registry.accounts]])).slice("sha256:".length);

/** A token as text, the same for the same request: claims and seal, as a JWT has them. */
export function writeToken(registry: RegistryState, { account, scopes, expires }: Token): string {
  const claims = toBase64(encode(JSON.stringify([account, scopes.map(scopeText), expires])));
  return `${claims}.${seal(registry, claims)}`;
}

/** Undefined where this registry did not write it, or its time is over. */
export function readToken(registry: RegistryState, text: string, now: number): Token | undefined {
  const [claims = "", mark] = text.split(".", 2);
  if (mark !== seal(registry, claims)) return undefined;
  const bytes = fromBase64(claims);
  if (bytes === undefined) return undefined;
  const [account, scopes, expires] = JSON.parse(decode(bytes)) as [string, string[], number];
  if (expires <= now) return undefined;
  return {
    account,
    expires,
    scopes: scopes.flatMap((one) => {
      const scope = parseScope(one);
      return scope ? [scope] : [];
    }),
  };
}
