import { notSimulated } from "../../core/engine-error.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { strerror } from "../../vfs/errno.ts";
import { join } from "../../vfs/path.ts";
import type { FileServer, Program, Request, Response } from "../process.ts";
import { tool } from "../options/tool.ts";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  htm: "text/html",
  txt: "text/plain",
  css: "text/css",
  js: "application/javascript",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
};

/** A page that busybox's httpd makes for an error (networking/httpd.c, send_headers). */
function problem(status: number, title: string, words: string): Response {
  const body = `<HTML><HEAD><TITLE>${status} ${title}</TITLE></HEAD>\n<BODY><H1>${status} ${title}</H1>\n${words}\n</BODY></HTML>\n`;
  return { status, headers: new Map([["Content-type", "text/html"]]), body };
}

function serveFile(root: string, { method, path }: Request, files: FileSystem): Response {
  if (method !== "GET" && method !== "HEAD")
    return problem(501, "Not Implemented", "The requested method is not recognized");
  const asked = decoded(path.split("?", 1)[0] ?? "/");
  if (asked === undefined) return problem(400, "Bad Request", "Unsupported method");
  const name = join("/", asked);
  const target = `${root === "/" ? "" : root}${name}${asked.endsWith("/") ? `${name === "/" ? "" : "/"}index.html` : ""}`;
  const content = files.read(target);
  if (typeof content === "string") return problem(404, "Not Found", "The requested URL was not found");
  if (content.text === undefined) throw notSimulated(`the bytes of ${target}`, "send the file");
  return {
    status: 200,
    headers: new Map([
      ["Content-type", TYPES[target.slice(target.lastIndexOf(".") + 1)] ?? "application/octet-stream"],
    ]),
    body: method === "HEAD" ? "" : content.text,
  };
}

/** Undefined where a `%` has no two hexadecimal digits behind it. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** The server as it answers from a folder. */
export const filesBelow = (root: string): FileServer => ({
  answer: (request, files) => serveFile(root, request, files),
  kept: { program: "httpd", state: root },
});

/** busybox's small web server: files of a folder, on a port. */
export const httpd: Program = tool(
  "httpd",
  { flags: "fiv", values: "phucr", lacks: "deEmM" },
  (process, options) => {
    const refuse = (why: string): number => {
      process.stderr.write(`httpd: ${why}\n`);
      return 1;
    };
    const root = join(process.cwd, options.value("h") ?? ".");
    const folder = process.files.stat(root);
    if (typeof folder === "string" || folder.kind !== "directory")
      return refuse(
        `can't change directory to '${options.value("h") ?? "."}': ${strerror[typeof folder === "string" ? folder : "ENOTDIR"]}`,
      );
    const where = options.value("p") ?? "80";
    const [, address, digits] = /^(?:(.*):)?(\d+)$/.exec(where) ?? [];
    const port = Number(digits);
    if (
      digits === undefined ||
      (address !== undefined && !/^(?:\d+(?:\.\d+){3}|localhost|\[?::1?\]?)$/.test(address))
    )
      return refuse(`bad address '${where}'`);
    if (port > 65_535) return refuse("bind: Cannot assign requested address");
    if (process.kernel.isTaken(port)) return refuse("bind: Address already in use");
    process.kernel.listen(port, filesBelow(root), address === "localhost" ? "127.0.0.1" : address);
    if (options.has("f")) process.kernel.waitForever("httpd -f");
    return 0;
  },
);
