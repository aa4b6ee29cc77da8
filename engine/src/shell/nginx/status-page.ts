import type { Reply } from "./exchange.ts";
import type { Scope } from "./scope.ts";

/** The words behind a status, as nginx sends and prints them. */
const REASONS: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  204: "No Content",
  206: "Partial Content",
  301: "Moved Permanently",
  302: "Found",
  303: "See Other",
  304: "Not Modified",
  307: "Temporary Redirect",
  308: "Permanent Redirect",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Not Allowed",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  411: "Length Required",
  412: "Precondition Failed",
  413: "Request Entity Too Large",
  414: "Request-URI Too Large",
  415: "Unsupported Media Type",
  416: "Requested Range Not Satisfiable",
  421: "Misdirected Request",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Temporarily Unavailable",
  504: "Gateway Time-out",
  505: "HTTP Version Not Supported",
  507: "Insufficient Storage",
};

/** Statuses for which nginx makes a page of its own. */
const PAGES = new Set([
  301, 302, 303, 307, 308, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 416,
  421, 429, 500, 501, 502, 503, 504, 505, 507,
]);

/** nginx's own page for a status [measured: nginx 1.22, `curl -i`]. */
export function statusPage(
  status: number,
  scope: Scope,
  version: string,
  headers: Reply["headers"] = [],
): Reply {
  if (!PAGES.has(status)) return { status, type: undefined, body: "", headers, scope };
  const title = `${status} ${REASONS[status] ?? ""}`.trim();
  const signature = scope.isOn("server_tokens", true) ? `nginx/${version}` : "nginx";
  const body = [
    "<html>",
    `<head><title>${title}</title></head>`,
    "<body>",
    `<center><h1>${title}</h1></center>`,
    `<hr><center>${signature}</center>`,
    "</body>",
    "</html>",
    "",
  ].join("\r\n");
  return { status, type: "text/html", body, headers, scope };
}
