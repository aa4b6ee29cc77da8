import { notSimulated } from "../../core/engine-error.ts";
import { hostOf, header, type Exchange } from "./exchange.ts";
import { formatTime } from "../time/civil-time.ts";

/** What is known only when the answer stands. */
export interface Sent {
  readonly status: number;
  readonly bytes: number;
}

const VARIABLES: Readonly<Record<string, (exchange: Exchange, sent: Sent | undefined) => string>> = {
  uri: ({ path }) => path,
  document_uri: ({ path }) => path,
  args: ({ query }) => query,
  query_string: ({ query }) => query,
  is_args: ({ query }) => (query === "" ? "" : "?"),
  request_uri: ({ target }) => target,
  request_method: ({ method }) => method,
  request: ({ method, target }) => `${method} ${target} HTTP/1.1`,
  server_protocol: () => "HTTP/1.1",
  scheme: () => "http",
  https: () => "",
  host: hostOf,
  hostname: ({ headers, server }) => hostOf({ headers, server }),
  server_name: ({ server }) => server.names[0] ?? "",
  server_port: ({ port }) => String(port),
  remote_addr: ({ remote }) => remote,
  remote_user: () => "",
  content_length: ({ body }) => (body === "" ? "" : String(body.length)),
  content_type: ({ headers }) => header(headers, "content-type") ?? "",
  document_root: ({ server }) => server.scope.words("root")?.[0] ?? "/etc/nginx/html",
  time_local: ({ time }) => formatTime("%d/%b/%Y:%H:%M:%S +0000", time),
  proxy_add_x_forwarded_for: ({ headers, remote }) => {
    const before = header(headers, "x-forwarded-for");
    return before === undefined ? remote : `${before}, ${remote}`;
  },
  status: (_, sent) => (sent ? String(sent.status).padStart(3, "0") : ""),
  body_bytes_sent: (_, sent) => String(sent?.bytes ?? 0),
};

/** The text behind `name=` in a query, as it was sent. */
const argument = (query: string, name: string): string =>
  query
    .split("&")
    .find((pair) => pair.split("=", 1)[0]?.toLowerCase() === name.toLowerCase() && pair.includes("="))
    ?.replace(/^[^=]*=/, "") ?? "";

function valueOf(name: string, exchange: Exchange, sent: Sent | undefined): string {
  const known = Object.hasOwn(VARIABLES, name) ? VARIABLES[name] : undefined;
  if (known) return known(exchange, sent);
  if (name.startsWith("http_")) return header(exchange.headers, name.slice(5).replaceAll("_", "-")) ?? "";
  if (name.startsWith("arg_")) return argument(exchange.query, name.slice(4));
  throw notSimulated(`nginx's variable $${name}`, "put its value there");
}

/** A text with its `$name` and `${name}` replaced; in a log an empty one is `-`. */
export const expand = (text: string, exchange: Exchange, sent?: Sent): string =>
  text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced: string | undefined, bare: string | undefined) => {
    const value = valueOf(braced ?? bare ?? "", exchange, sent);
    return sent && value === "" ? "-" : value;
  });
