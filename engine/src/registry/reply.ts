import { encode } from "../core/bytes.ts";
import type { RegistryResponse } from "./request.ts";

/** An answer with the headers that all answers of a registry have; an object as body becomes JSON. */
export function reply(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body: Uint8Array | object = new Uint8Array(),
): RegistryResponse {
  const bytes = body instanceof Uint8Array ? body : encode(`${JSON.stringify(body)}\n`);
  const type = body instanceof Uint8Array ? {} : { "Content-Type": "application/json; charset=utf-8" };
  const all = { ...type, "Docker-Distribution-Api-Version": "registry/2.0", ...headers };
  // No body and no length belong to an answer without content (RFC 9110, 8.6).
  const length: Record<string, string> =
    status === 204 || status === 304 || "Content-Length" in all
      ? {}
      : { "Content-Length": String(bytes.length) };
  return {
    status,
    headers: new Map(Object.entries({ ...all, ...length }).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    body: bytes,
  };
}
