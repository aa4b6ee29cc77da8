import { partsOfRequest } from "./request-path.ts";
import type { VirtualServer } from "./site.ts";
import type { Scope } from "./scope.ts";

/** A request on its way through nginx; internal redirects change `path`, never what the client asked. */
export interface Exchange {
  readonly method: string;
  /** As the client wrote it, with the query. */
  readonly target: string;
  /** Decoded, `.`, `..` and double slashes taken out. */
  readonly path: string;
  readonly query: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** The client's address. */
  readonly remote: string;
  /** The port that the client reached inside the container. */
  readonly port: number;
  /** Seconds since 1970. */
  readonly time: number;
  readonly server: VirtualServer;
  /** How often nginx has sent it to itself. */
  readonly redirects: number;
  /** Set while an error page is looked for: the status that the client will see. */
  readonly status: number | undefined;
  /** Lines for the error log, without date and client. */
  readonly complaints: string[];
}

/** What nginx answers, before the headers that every answer has. */
export interface Reply {
  readonly status: number;
  readonly type: string | undefined;
  readonly body: string;
  /** In the order in which nginx sends them. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Where the settings for headers and logs are taken from. */
  readonly scope: Scope;
  /** What a program or the configuration said word for word: no `error_page` takes its place. */
  readonly final?: boolean;
}

/** The host that the client named, without the port; the server's own name where it named none. */
export const hostOf = ({ headers, server }: Pick<Exchange, "headers" | "server">): string =>
  (header(headers, "host") ?? server.names[0] ?? "").replace(/:\d+$/, "").toLowerCase();

/** A request's header, whatever case it was written in. */
export function header(headers: ReadonlyMap<string, string>, name: string): string | undefined {
  for (const [key, value] of headers) if (key.toLowerCase() === name) return value;
  return undefined;
}

/** The same request, sent by nginx to another path of the same server. */
export function redirected(exchange: Exchange, to: string): Exchange {
  const { path, query } = partsOfRequest(to) ?? { path: to, query: "" };
  return { ...exchange, path, query: query || exchange.query, redirects: exchange.redirects + 1 };
}
