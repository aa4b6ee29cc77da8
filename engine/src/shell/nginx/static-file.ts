import { notSimulated } from "../../core/engine-error.ts";
import { ERRNO_TEXT } from "./errno-text.ts";
import { type Exchange, header, redirected, type Reply } from "./exchange.ts";
import { httpDate } from "./http-date.ts";
import { mediaTypeOf } from "./media-type-of.ts";
import type { Scope } from "./scope.ts";
import { absolute } from "./absolute.ts";
import { statusPage } from "./status-page.ts";
import type { World } from "./world.ts";

/** The file that a path stands for: `alias` takes the location's own part away, `root` keeps it. */
export function fileOf(scope: Scope, path: string): string {
  const alias = scope.own("alias")?.[0];
  if (alias === undefined)
    return `${(scope.words("root")?.[0] ?? "/etc/nginx/html").replace(/\/$/, "")}${path}`;
  return alias + path.slice(scope.prefix.length);
}

/** Sends a file; for a folder its index, or the way to the path with a slash. */
export function staticFile(
  world: World,
  exchange: Exchange,
  scope: Scope,
  again: (world: World, exchange: Exchange) => Reply,
): Reply {
  const { path, method } = exchange;
  if (path.endsWith("/")) {
    if (method !== "GET" && method !== "HEAD" && method !== "POST")
      return statusPage(405, scope, world.version);
    return folder(world, exchange, scope, again);
  }
  if (method !== "GET" && method !== "HEAD") return statusPage(405, scope, world.version);
  const file = fileOf(scope, path);
  const entry = world.files.stat(file);
  if (typeof entry === "string") return missing(world, exchange, scope, `open() "${file}" failed`, entry);
  if (entry.kind === "directory") {
    const query = exchange.target.includes("?") ? `?${exchange.query}` : "";
    return statusPage(301, scope, world.version, [
      ["Location", absolute(exchange, scope, encodeURI(`${path}/`) + query)],
    ]);
  }
  const content = world.files.read(file);
  if (typeof content === "string") return missing(world, exchange, scope, `open() "${file}" failed`, content);
  if (content.text === undefined)
    throw notSimulated(`the bytes of ${file} (${content.size} bytes, a file of the image)`, "send them");
  if (header(exchange.headers, "range")) throw notSimulated("a part of a file from nginx", "send that part");
  const changed = httpDate(entry.mtime);
  const etag = `"${entry.mtime.toString(16)}-${content.size.toString(16)}"`;
  const headers: Reply["headers"] = [
    ["Last-Modified", changed],
    ...(scope.isOn("etag", true) ? ([["ETag", etag]] as const) : []),
  ];
  const since = header(exchange.headers, "if-modified-since");
  const match = header(exchange.headers, "if-none-match");
  if (match === undefined ? since === changed : match.includes(etag))
    return { status: 304, type: undefined, body: "", headers, scope };
  return {
    status: 200,
    type: mediaTypeOf(scope, path),
    body: content.text,
    headers: [...headers, ["Accept-Ranges", "bytes"]],
    scope,
  };
}

/** The first index file that is there; it is looked for as a request of its own, so its location counts. */
function folder(
  world: World,
  exchange: Exchange,
  scope: Scope,
  again: (world: World, exchange: Exchange) => Reply,
): Reply {
  const names = scope.words("index") ?? ["index.html"];
  for (const name of names) {
    if (name.startsWith("/")) return again(world, redirected(exchange, name));
    if (world.files.exists(fileOf(scope, exchange.path + name)))
      return again(world, { ...redirected(exchange, exchange.path), path: exchange.path + name });
  }
  const file = fileOf(scope, exchange.path);
  const entry = world.files.stat(file);
  if (typeof entry === "string") {
    const first = fileOf(scope, exchange.path + (names[0] ?? ""));
    return missing(world, exchange, scope, `"${first}" is not found`, entry);
  }
  exchange.complaints.push(`directory index of "${file}" is forbidden`);
  return statusPage(403, scope, world.version);
}

function missing(world: World, exchange: Exchange, scope: Scope, what: string, errno: string): Reply {
  const gone = errno === "ENOENT" || errno === "ENOTDIR" || errno === "ENAMETOOLONG";
  if (!gone || scope.isOn("log_not_found", true))
    exchange.complaints.push(`${what} (${ERRNO_TEXT[errno] ?? errno})`);
  return statusPage(gone ? 404 : errno === "EACCES" ? 403 : 500, scope, world.version);
}
