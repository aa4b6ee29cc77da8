import { accessDenied } from "./access-rules.ts";
import { expand } from "./variables.ts";
import { type Exchange, redirected, type Reply } from "./exchange.ts";
import { chooseLocation } from "./location.ts";
import { isProxied, proxied } from "./proxy.ts";
import type { Scope } from "./scope.ts";
import { statusPage } from "./status-page.ts";
import { staticFile } from "./static-file.ts";
import { returned } from "./returned.ts";
import { tryFiles } from "./try-files.ts";
import type { World } from "./world.ts";

/** nginx gives up at the eleventh redirect to itself. */
const REDIRECTS = 10;

/**
 * Answers a request the way nginx goes about it: server's `return`, location, its `return`, access rules, `try_files`,
 * proxy or file, and at last the page for an error.
 */
export function respond(world: World, exchange: Exchange): Reply {
  const { server } = exchange;
  if (exchange.redirects > REDIRECTS) {
    exchange.complaints.push(
      `rewrite or internal redirection cycle while internally redirecting to "${exchange.path}"`,
    );
    return statusPage(500, server.scope, world.version);
  }
  const early = returned(world, exchange, server.scope);
  if (early) return withErrorPage(world, exchange, early);
  const location = chooseLocation(server.locations, exchange.path);
  return withErrorPage(world, exchange, answerIn(world, exchange, location?.scope ?? server.scope));
}

function answerIn(world: World, exchange: Exchange, scope: Scope): Reply {
  if (scope.own("internal") && exchange.redirects === 0) return statusPage(404, scope, world.version);
  const given = scope === exchange.server.scope ? undefined : returned(world, exchange, scope);
  if (given) return given;
  if (accessDenied(exchange, scope)) return statusPage(403, scope, world.version);
  const fallback = scope.own("try_files");
  if (fallback) {
    const tried = tryFiles(world, exchange, scope, fallback);
    if (typeof tried === "number") return statusPage(tried, scope, world.version);
    if ("to" in tried) return toPath(world, exchange, tried.to);
    if (!isProxied(scope)) return staticFile(world, { ...exchange, path: tried.path }, scope, respond);
  }
  return isProxied(scope) ? proxied(world, exchange, scope) : staticFile(world, exchange, scope, respond);
}

/** Goes on at another path, or in a location that only has a name. */
function toPath(world: World, exchange: Exchange, to: string): Reply {
  if (!to.startsWith("@")) return respond(world, redirected(exchange, to));
  const named = exchange.server.locations.find(({ kind, text }) => kind === "named" && text === to);
  if (named) return answerIn(world, { ...exchange, redirects: exchange.redirects + 1 }, named.scope);
  exchange.complaints.push(`could not find named location "${to}"`);
  return statusPage(500, exchange.server.scope, world.version);
}

/** `error_page 404 /404.html`, `=200 /ok.html`, `= @fallback`: the page of the lesson for a status of nginx. */
function withErrorPage(world: World, exchange: Exchange, reply: Reply): Reply {
  if (reply.status < 300 || exchange.status !== undefined || reply.final) return reply;
  const rule = reply.scope.all("error_page").find(({ args }) => args.includes(String(reply.status)));
  const target = rule?.args.at(-1);
  if (rule === undefined || target === undefined) return reply;
  const change = rule.args.at(-2)?.startsWith("=") ? rule.args.at(-2)?.slice(1) : undefined;
  const uri = expand(target, exchange);
  if (/^https?:/.test(uri))
    return statusPage(
      change === undefined || change === "" ? 302 : Number(change),
      reply.scope,
      world.version,
      [["Location", uri]],
    );
  const status = change === undefined ? reply.status : Number(change) || undefined;
  const method = uri.startsWith("@") ? exchange.method : exchange.method === "HEAD" ? "HEAD" : "GET";
  const page = toPath(world, { ...exchange, method, status: status ?? 0 }, uri);
  if (status === undefined) return page;
  return page.status === 200 ? { ...page, status } : page;
}
