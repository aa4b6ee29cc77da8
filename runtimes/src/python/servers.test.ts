import { expect, it } from "vitest";
import { LibraryHost } from "../../testing/library-host.ts";

const host = new LibraryHost();

/** What a server answers on its published port, and what it logs. */
const served = (program: string, path: string): { answer: string; log: string } => {
  host.run("docker rm -f web");
  host.build({ "app.py": program });
  expect(host.run("docker run -d -p 8000:8000 --name web t").exitCode).toBe(0);
  const answer = host.run(`curl -si localhost:8000${path}`).stdout;
  return { answer, log: host.run("docker logs web").stderr };
};

it("wsgiref serves an application", () => {
  const { answer, log } = served(
    `from wsgiref.simple_server import make_server
def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [("hello " + environ["PATH_INFO"] + " " + environ["QUERY_STRING"]).encode()]
with make_server("", 8000, app) as httpd:
    httpd.serve_forever()
`,
    "/a?b=1",
  );
  expect(answer).toMatch(/ 200 OK\r?\nDate: .*\r?\nServer: WSGIServer\/0\.2 CPython\/3\.12\.\d+\r?\n/);
  expect(answer).toMatch(/\r?\nContent-Length: 12\r?\n\r?\nhello \/a b=1$/);
  expect(log).toMatch(/^172\.17\.0\.1 - - \[.*\] "GET \/a\?b=1 HTTP\/1\.1" 200 12\n$/);
});

it("socketserver serves files through http.server's handler", () => {
  const { answer } = served(
    `import http.server, socketserver
with socketserver.TCPServer(("", 8000), http.server.SimpleHTTPRequestHandler) as httpd:
    httpd.serve_forever()
`,
    "/app.py",
  );
  expect(answer).toContain("import http.server, socketserver\n");
});

it("a server of another kind is told as not simulated", () => {
  host.build({
    "app.py":
      "import socketserver\nclass Echo(socketserver.BaseRequestHandler):\n    pass\nsocketserver.TCPServer(('', 1), Echo)\n",
  });
  expect(host.run("docker run --rm t").stderr).toContain(
    "does not simulate a server that does not speak HTTP",
  );
});

it.each([
  ["HTTPServer", "Exited (8)"],
  ["ThreadingHTTPServer", "Up "],
])("sys.exit over a request ends %s, or its thread alone", (kind, status) => {
  const { answer } = served(
    `import sys
from http.server import BaseHTTPRequestHandler, ${kind}
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        sys.exit(8)
${kind}(("", 8000), Handler).serve_forever()
`,
    "/",
  );
  expect(answer).toBe("");
  expect(host.run("curl -s localhost:8000/ || echo $?").stdout).toBe(status === "Up " ? "52\n" : "7\n");
  expect(host.run("docker ps -a --format '{{.Status}}' --filter name=web").stdout).toContain(status);
});
