import { notSimulated } from "../../core/engine-error.ts";
import { parseUrl } from "../http/parse-url.ts";
import { type Exchange, header, type Reply } from "./exchange.ts";
import type { Scope } from "./scope.ts";
import { statusPage } from "./status-page.ts";
import { expand } from "./variables.ts";
import type { World } from "./world.ts";

export const isProxied = (scope: Scope): boolean => scope.own("proxy_pass") !== undefined;

/** Headers of the other server that nginx does not pass on. */
const HIDDEN = new Set([
  "server",
  "date",
  "connection",
  "content-length",
  "content-type",
  "transfer-encoding",
  "keep-alive",
]);

/** Asks another server and passes on what it says; the path of `proxy_pass` takes the place of the location's own. */
export function proxied(world: World, exchange: Exchange, scope: Scope): Reply {
  const target = expand(scope.own("proxy_pass")?.[0] ?? "", exchange);
  const [, scheme = "", machine = "", path] = /^(https?):\/\/([^/]+)(\/.*)?$/.exec(target) ?? [];
  if (scheme !== "http") throw notSimulated(`proxy_pass to ${target}`, "ask there");
  const [host = machine] = world.site.upstreams.get(machine) ?? [machine];
  const query = exchange.query === "" ? "" : `?${exchange.query}`;
  const rest =
    path === undefined ? exchange.target : path + encodeURI(exchange.path.slice(scope.prefix.length)) + query;
  const url = `http://${host}${rest}`;
  const answer = world.network.request(
    url,
    exchange.method,
    requestHeaders(exchange, scope, machine),
    exchange.body,
  );
  const upstream = `upstream: "${url}"`;
  if (answer === "refused" || answer === undefined || answer === "unresolved") {
    if (answer !== "refused" && !/^[\d.:]+$/.test(parseUrl(url).host))
      throw notSimulated(`the server ${host} that nginx passes requests to`, "ask it");
    exchange.complaints.push(
      `connect() failed (111: Connection refused) while connecting to upstream\n${upstream}`,
    );
    return statusPage(502, scope, world.version);
  }
  if (answer === "reset" || answer === "empty") {
    const what =
      answer === "reset"
        ? "recv() failed (104: Connection reset by peer)"
        : "upstream prematurely closed connection";
    exchange.complaints.push(`${what} while reading response header from upstream\n${upstream}`);
    return statusPage(502, scope, world.version);
  }
  const headers = [...answer.headers].filter(([name]) => !HIDDEN.has(name.toLowerCase()));
  return {
    status: answer.status,
    type: header(answer.headers, "content-type"),
    body: answer.body,
    headers,
    scope,
    final: true,
  };
}

/** The client's, but for Host and Connection, and those that `proxy_set_header` says. */
function requestHeaders(exchange: Exchange, scope: Scope, machine: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>([
    ["Host", machine],
    ["Connection", "close"],
  ]);
  for (const { args } of scope.all("proxy_set_header")) {
    const [name = "", value = ""] = args;
    const known = [...headers.keys()].find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
    const text = expand(value, exchange);
    if (text === "") headers.delete(known);
    else headers.set(known, text);
  }
  for (const [name, value] of exchange.headers)
    if (
      ![...headers.keys()].some((one) => one.toLowerCase() === name.toLowerCase()) &&
      name.toLowerCase() !== "connection"
    )
      headers.set(name, value);
  return headers;
}
