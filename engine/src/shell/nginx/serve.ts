import { encode } from "../../core/bytes.ts";
import type { Request, Response } from "../process.ts";
import { chooseServer } from "./choose-server.ts";
import { type Exchange, header, hostOf, type Reply } from "./exchange.ts";
import { httpDate } from "./http-date.ts";
import { type LogLine, accessLines, errorLines } from "./log-lines.ts";
import { partsOfRequest } from "./request-path.ts";
import { respond } from "./respond.ts";
import { statusPage } from "./status-page.ts";
import { expand } from "./variables.ts";
import type { World } from "./world.ts";

/** Where a request came in. */
export interface Arrival {
  /** The client's address. */
  readonly remote: string;
  /** The port inside the container. */
  readonly port: number;
  /** Seconds since 1970. */
  readonly time: number;
  /** How many requests this nginx had before: error logs count connections. */
  readonly count: number;
}

/** What nginx sends, and what it writes to its logs. */
export interface Served {
  readonly response: Response;
  readonly log: readonly LogLine[];
}

const METHODS = new Set([
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "DELETE",
  "OPTIONS",
  "PATCH",
  "TRACE",
  "MKCOL",
  "COPY",
  "MOVE",
  "PROPFIND",
]);

/** Answers one request, headers and log lines included. */
export function serve(world: World, request: Request, arrival: Arrival): Served {
  const server = chooseServer(world.site, arrival.port, header(request.headers, "host") ?? "");
  if (!server) throw new Error(`nginx was asked on port ${arrival.port}, where it does not listen`);
  const parts = partsOfRequest(request.path);
  const exchange: Exchange = {
    method: request.method,
    target: request.path,
    path: parts?.path ?? "/",
    query: parts?.query ?? "",
    // A request line that cannot be read ends the reading: nginx has not seen the headers then.
    headers: parts ? request.headers : new Map(),
    body: request.body,
    ...arrival,
    server,
    redirects: 0,
    status: undefined,
    complaints: [],
  };
  const reply = !parts
    ? statusPage(400, server.scope, world.version)
    : METHODS.has(request.method)
      ? respond(world, exchange)
      : statusPage(405, server.scope, world.version);
  const sent = request.method === "HEAD" ? "" : reply.body;
  return {
    response: { status: reply.status, headers: headersOf(world, exchange, reply), body: sent },
    log: [
      ...errorLines(exchange, reply.scope, arrival.count),
      ...accessLines(world, exchange, reply.scope, { status: reply.status, bytes: encode(sent).length }),
    ],
  };
}

/** Statuses whose answers get the headers of `add_header` without `always`. */
const ADDED = new Set([200, 201, 204, 206, 301, 302, 303, 304, 307, 308]);

/** After these nginx hangs up. */
const CLOSED = new Set([400, 413, 414, 500, 501]);

function headersOf(world: World, exchange: Exchange, reply: Reply): ReadonlyMap<string, string> {
  const { scope, status } = reply;
  const own = new Map(reply.headers);
  // An error page is a file, but nobody may ask for a part of it or keep it by its date.
  const whole = exchange.status === undefined && status < 400;
  const changed = whole ? own.get("Last-Modified") : undefined;
  const moved = own.get("Location");
  const near = moved?.startsWith(`http://${hostOf(exchange)}`);
  const rest = reply.headers.filter(
    ([name]) => !["Last-Modified", "Location", "Accept-Ranges"].includes(name),
  );
  const entries: (readonly [string, string | undefined])[] = [
    ["Server", scope.isOn("server_tokens", true) ? `nginx/${world.version}` : "nginx"],
    ["Date", httpDate(exchange.time)],
    ["Content-Type", reply.type],
    ["Content-Length", status === 304 || status === 204 ? undefined : String(encode(reply.body).length)],
    ["Last-Modified", changed],
    ["Location", near ? moved : undefined],
    ["Connection", CLOSED.has(status) && reply.final !== true ? "close" : "keep-alive"],
    ["Location", near ? undefined : moved],
    ...rest,
    ...scope
      .all("add_header")
      .filter(({ args }) => args[2] === "always" || ADDED.has(status))
      .map(({ args }) => [args[0] ?? "", expand(args[1] ?? "", exchange)] as const),
    ["Accept-Ranges", whole ? own.get("Accept-Ranges") : undefined],
  ];
  const headers = new Map<string, string>();
  for (const [name, value] of entries) if (value !== undefined && value !== "") headers.set(name, value);
  return headers;
}
