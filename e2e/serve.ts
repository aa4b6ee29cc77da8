import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".webmanifest": "application/manifest+json",
};

export interface Served {
  /** With a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const fileFor = async (root: string, path: string): Promise<string | undefined> => {
  const file = join(root, normalize(decodeURIComponent(path)));
  if (!file.startsWith(root)) return undefined;
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory() && path.endsWith("/")) return fileFor(root, `${path}index.html`);
  return found?.isFile() ? file : undefined;
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => done((server.address() as AddressInfo).port));
  });

/** A plain static host on loopback, as a learner's would be: files, `index.html` of a folder, `404.html`. */
export const serve = async (root: string, port = 0): Promise<Served> => {
  const server = createServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? "/", "http://localhost").pathname;
      const file = await fileFor(root, path).catch(() => undefined);
      const sent = file ?? join(root, "404.html");
      response.writeHead(file === undefined ? 404 : 200, {
        "content-type": types[extname(sent)] ?? "application/octet-stream",
        "cache-control": path.includes("/_astro/") ? "max-age=31536000, immutable" : "no-cache",
      });
      createReadStream(sent)
        .on("error", () => response.end())
        .pipe(response);
    })();
  });
  const bound = await listen(server, port);
  return {
    url: `http://127.0.0.1:${bound}/`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
};
