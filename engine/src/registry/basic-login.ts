import { fromBase64 } from "../core/base64.ts";
import { decode } from "../core/bytes.ts";
import type { Credentials } from "./access.ts";
import { headerOf } from "./header-of.ts";
import type { RegistryRequest } from "./request.ts";

/** Name and password of `Authorization: Basic …` (RFC 7617). */
export function basicLogin(request: RegistryRequest): Credentials | undefined {
  const match = /^basic +(\S+) *$/i.exec(headerOf(request, "Authorization") ?? "");
  const bytes = match?.[1] === undefined ? undefined : fromBase64(match[1]);
  if (bytes === undefined) return undefined;
  const [username = "", password] = decode(bytes).split(/:(.*)/s);
  return password === undefined ? undefined : { username, password };
}
