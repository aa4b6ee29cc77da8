import { notSimulated } from "../../core/engine-error.ts";
import type { FileSystem } from "../../vfs/file-system.ts";
import { join } from "../../vfs/path.ts";
import type { FileServer, Program, Request, Response } from "../process.ts";
import { tool } from "../tool.ts";

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
  const asked = decodeURI(path.split("?", 1)[0] ?? "/");
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
    const port = Number((options.value("p") ?? "80").replace(/^.*:/, ""));
    const root = join(process.cwd, options.value("h") ?? ".");
    process.kernel.listen(port, filesBelow(root));
    if (options.has("f")) process.kernel.waitForever("httpd -f");
    return 0;
  },
);
