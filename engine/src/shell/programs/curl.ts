import { notSimulated } from "../../core/engine-error.ts";
import { Content } from "../../vfs/content.ts";
import { join } from "../../vfs/path.ts";
import { parseUrl } from "../http/parse-url.ts";
import type { Program } from "../process.ts";
import { statusLine } from "../http/reason-phrase.ts";
import { requestHeaders } from "../http/request-headers.ts";
import { tool } from "../options/tool.ts";

/** The version of Debian 13. */
const USER_AGENT = "curl/8.14.1";

const SPEC = {
  flags: "sSfiIvLkO",
  values: "oXHdmwRDC",
  long: {
    silent: "s",
    "show-error": "S",
    fail: "f",
    include: "i",
    head: "I",
    location: "L",
    insecure: "k",
    output: "o",
    request: "X",
    header: "H",
    data: "d",
    "max-time": "m",
    "remote-name": "O",
    "write-out": "w",
    retry: "R",
    "retry-delay": "D",
    "connect-timeout": "C",
  },
  lacks: "*",
} as const;

/** Asks a server of the simulation and prints what it says. Nothing outside can be reached, and that is said. */
export const curl: Program = tool("curl", SPEC, (process, options) => {
  const [url] = options.operands;
  const fail = (code: number, words: string): number => {
    if (!options.has("s") || options.has("S")) process.stderr.write(`curl: (${code}) ${words}\n`);
    return code;
  };
  if (url === undefined) {
    process.stderr.write("curl: try 'curl --help' for more information\n");
    return 2;
  }
  if (options.has("v")) throw notSimulated("curl -v", "tell every step of the connection");
  const target = parseUrl(url);
  const { host, port, path } = target;
  const form: readonly (readonly [string, string])[] =
    options.values("d").length > 0 ? [["Content-Type", "application/x-www-form-urlencoded"]] : [];
  const headers = requestHeaders(
    target,
    [["User-Agent", USER_AGENT], ["Accept", "*/*"], ...form],
    options.values("H"),
  );
  const data = options.values("d").join("&");
  const method =
    options.value("X") ?? (options.has("I") ? "HEAD" : options.values("d").length > 0 ? "POST" : "GET");
  const response = process.kernel.network.request(url, method, headers, data);
  if (response === undefined) throw notSimulated(`the network: ${host}`, `ask ${host} for ${path}`);
  if (response === "unresolved") return fail(6, `Could not resolve host: ${host}`);
  if (response === "refused")
    return fail(7, `Failed to connect to ${host} port ${port} after 0 ms: Could not connect to server`);
  if (response === "empty") return fail(52, "Empty reply from server");
  if (response === "reset") return fail(56, "Recv failure: Connection reset by peer");
  if (options.has("f") && response.status >= 400)
    return fail(22, `The requested URL returned error: ${response.status}`);
  const head =
    options.has("i") || options.has("I")
      ? `HTTP/${response.http ?? "1.1"} ${statusLine(response.status, response.reason)}\r\n${[...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`
      : "";
  const text = head + (options.has("I") ? "" : response.body);
  const file =
    options.value("o") ?? (options.has("O") ? path.split(/[?#]/, 1)[0]?.split("/").pop() : undefined);
  if (file === "") return fail(23, "Remote file name has no length!");
  if (file === undefined || file === "-") process.stdout.write(text);
  else process.files.write(join(process.cwd, file), Content.of(text));
  const format = options.value("w");
  if (format !== undefined) process.stdout.write(writeOut(format, response.status));
  return 0;
});

/** `-w`: the status, line feeds and tabs. @throws {EngineError} NOT_SIMULATED for what depends on the connection */
function writeOut(format: string, status: number): string {
  return format.replaceAll(
    /%\{(\w+)\}|\\([nrt])/g,
    (_, name: string | undefined, letter: string | undefined) => {
      if (name === "http_code" || name === "response_code") return String(status).padStart(3, "0");
      if (name !== undefined) throw notSimulated(`curl's %{${name}}`, "tell it of the connection");
      return letter === "n" ? "\n" : letter === "t" ? "\t" : "\r";
    },
  );
}
