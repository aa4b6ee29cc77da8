import type { Url } from "./parse-url.ts";

const SCHEME_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

/**
 * The headers of a request as a client sends them: `Host`, with the port where it is not the scheme's own, then the client's
 * own, then what the command line adds. A header of the command line takes the place of one of the same name; without a value
 * (`Accept:`) it takes it away.
 */
export function requestHeaders(
  { scheme, host, port }: Url,
  own: readonly (readonly [name: string, value: string])[],
  added: readonly string[],
): ReadonlyMap<string, string> {
  const headers = new Map<string, string>([
    ["Host", port === SCHEME_PORTS[scheme] ? host : `${host}:${port}`],
    ...own,
  ]);
  for (const line of added) {
    const [name = "", value = ""] = line.split(/:\s*(.*)/s);
    for (const known of headers.keys())
      if (known.toLowerCase() === name.trim().toLowerCase()) headers.delete(known);
    if (value !== "") headers.set(name.trim(), value);
  }
  return headers;
}
