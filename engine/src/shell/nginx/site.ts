import { notSimulated } from "../../core/engine-error.ts";
import type { ConfigProblem, Directive } from "./directive.ts";
import { type Location, readLocations } from "./location.ts";
import { Scope } from "./scope.ts";

interface Listen {
  /** Empty: every address. */
  readonly address: string;
  readonly port: number;
  readonly isDefault: boolean;
}

/** One `server` block. */
export interface VirtualServer {
  readonly listens: readonly Listen[];
  readonly names: readonly string[];
  readonly scope: Scope;
  readonly locations: readonly Location[];
}

/** A configuration, ready to answer. */
export interface Site {
  readonly main: Scope;
  readonly servers: readonly VirtualServer[];
  /** Machines behind a name, as `upstream` lists them: `host:port`. */
  readonly upstreams: ReadonlyMap<string, readonly string[]>;
}

/** Puts the directives of a whole configuration in order; what nginx refuses at its start is told in its words. */
export function siteOf(directives: readonly Directive[], path: string): Site | ConfigProblem {
  const main = new Scope([directives]);
  if (!directives.some(({ name }) => name === "events"))
    return { error: 'no "events" section in configuration' };
  const http = directives.filter(({ name }) => name === "http").flatMap(({ block }) => block ?? []);
  const inHttp = main.inner(http);
  const servers: VirtualServer[] = [];
  for (const { block } of http.filter(({ name }) => name === "server")) {
    const scope = inHttp.inner(block ?? []);
    const listens: Listen[] = [];
    for (const directive of (block ?? []).filter(({ name }) => name === "listen")) {
      const listen = readListen(directive);
      if ("error" in listen) return listen;
      listens.push(listen);
    }
    const locations = readLocations(block ?? [], scope);
    if ("error" in locations) return locations;
    servers.push({
      listens: listens.length > 0 ? listens : [{ address: "", port: 80, isDefault: false }],
      names: scope.own("server_name") ?? [""],
      scope,
      locations,
    });
  }
  const upstreams = new Map<string, readonly string[]>();
  for (const { args, block, file, line } of http.filter(({ name }) => name === "upstream")) {
    const machines = (block ?? []).filter(({ name }) => name === "server").map((one) => one.args[0] ?? "");
    if (machines.length === 0) return { error: `no servers are inside upstream in ${file || path}:${line}` };
    upstreams.set(args[0] ?? "", machines);
  }
  return { main, servers, upstreams };
}

/** Words behind an address (ngx_http_core_listen): what lacks its semicolon takes the next directive for one. */
const PARAMETER =
  /^(?:default|default_server|bind|deferred|reuseport|http2|multipath|proxy_protocol|(?:setfib|fastopen|backlog|rcvbuf|sndbuf|accept_filter|ipv6only|so_keepalive)=.*)$/;

function readListen({ args, file, line }: Directive): Listen | ConfigProblem {
  const [where = "", ...rest] = args;
  const place = `${file}:${line}`;
  if (where.startsWith("unix:")) throw notSimulated("nginx on a Unix socket", "listen there");
  if (rest.some((word) => word === "ssl" || word === "quic"))
    throw notSimulated(`TLS in nginx (${place})`, "encrypt the connection");
  const [, address = "", digits = ""] =
    /^(?:(\[[^\]]*\]|[^:]*[^:\d][^:]*|\d+(?:\.\d+){3}))?:?(\d*)$/.exec(where) ?? [];
  const port = digits === "" ? 80 : Number(digits);
  if (port < 1 || port > 65_535)
    return { error: `invalid port in "${where}" of the "listen" directive in ${place}` };
  const unknown = rest.find((word) => !PARAMETER.test(word));
  if (unknown !== undefined) return { error: `invalid parameter "${unknown}" in ${place}` };
  const isDefault = rest.includes("default_server") || rest.includes("default");
  return {
    address: address === "*" || address === "0.0.0.0" || address === "[::]" ? "" : address,
    port,
    isDefault,
  };
}
