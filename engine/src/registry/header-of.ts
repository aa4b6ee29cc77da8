import type { RegistryRequest } from "./request.ts";

/** A header of a request, whatever case its name is in (RFC 9110, 5.1). */
export function headerOf({ headers }: RegistryRequest, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of headers) if (key.toLowerCase() === wanted) return value;
  return undefined;
}
