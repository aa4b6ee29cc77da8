import { beforeAll, describe, expect, it } from "vitest";
import { LibraryHost } from "../../testing/library-host.ts";

const host = new LibraryHost();

/** Answers what it was asked, in JSON, and sends whoever asks for `/moved` there. */
const SERVER = `
from http.server import BaseHTTPRequestHandler, HTTPServer
import json
class Handler(BaseHTTPRequestHandler):
    def answer(self, status, kind, text, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text.encode())
    def do_GET(self):
        if self.path == "/moved":
            return self.answer(302, "text/plain", "", Location="/json")
        if self.path == "/lost":
            return self.answer(404, "text/html; charset=utf-8", "<p>no</p>")
        self.answer(200, "application/json", json.dumps({"path": self.path, "x": self.headers.get("X-Test")}))
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.answer(201, "text/plain", self.headers.get("Content-Type", "-") + " " + body)
HTTPServer(("0.0.0.0", 8000), Handler).serve_forever()
`;

/** What a program prints beside the server, which is called `api`. */
const client = (program: string, packages = ""): string => {
  host.build({ "app.py": program }, packages);
  const { stdout, stderr } = host.run("docker run --rm --network n t");
  return stdout + stderr;
};

beforeAll(() => {
  host.build({ "app.py": SERVER });
  host.run("docker network create n; docker run -d --network n --name api t");
});

describe("requests", () => {
  it("asks, follows, sends and reads", () => {
    const program = `import requests
r = requests.get("http://api:8000/json", params={"a": [1, 2], "b": "x y"}, headers={"X-Test": "1"}, timeout=5)
print(r, r.ok, r.json(), r.headers["content-type"], r.encoding, r.reason)
r = requests.get("http://api:8000/moved")
print(r.status_code, r.history, r.url)
print(requests.post("http://api:8000/", json={"a": 1}).text)
print(requests.post("http://api:8000/", data={"a": 1, "b": "é"}).text)
with requests.Session() as session:
    session.headers.update({"X-Test": "s"})
    print(session.get("http://api:8000/").json()["x"])
`;
    expect(client(program, "requests")).toBe(`<Response [200]> True \
{'path': '/json?a=1&a=2&b=x+y', 'x': '1'} application/json utf-8 OK
200 [<Response [302]>] http://api:8000/json
application/json {"a": 1}
application/x-www-form-urlencoded a=1&b=%C3%A9
s
`);
  });

  it("fails as requests fails", () => {
    const program = `import requests
r = requests.get("http://api:8000/lost")
for wrong in (r.raise_for_status, r.json, lambda: requests.get("api/x"), lambda: requests.get("ftp://x")):
    try:
        wrong()
    except (requests.RequestException, ValueError) as error:
        print(type(error).__name__, error)
try:
    requests.get("http://api:9")
except requests.exceptions.ConnectionError:
    print("refused")
`;
    expect(client(program, "requests"))
      .toBe(`HTTPError 404 Client Error: Not Found for url: http://api:8000/lost
JSONDecodeError Expecting value: line 1 column 1 (char 0)
MissingSchema Invalid URL 'api/x': No scheme supplied. Perhaps you meant https://api/x?
InvalidSchema No connection adapters were found for 'ftp://x'
refused
`);
  });

  it("says that nobody knows the words of a refused connection", () => {
    expect(client('import requests\nrequests.get("http://api:9/x")', "requests")).toContain(
      "Max retries exceeded with url: /x (Caused by NewConnectionError(",
    );
  });

  it("is not there unless pip put it there", () => {
    expect(client("import requests")).toContain("ModuleNotFoundError: No module named 'requests'");
  });
});

it("http.client asks by connections", () => {
  const program = `import http.client
connection = http.client.HTTPConnection("api", 8000, timeout=3)
connection.request("GET", "/json", headers={"X-Test": "2"})
response = connection.getresponse()
print(response.status, response.reason, response.getheader("content-type"), response.read())
connection.request("POST", "/", "body=1")
print(connection.getresponse().read())
try:
    http.client.HTTPConnection("api:9").request("GET", "/")
except ConnectionRefusedError as error:
    print(error)
`;
  expect(client(program)).toBe(`200 OK application/json b'{"path": "/json", "x": "2"}'
b'- body=1'
[Errno 111] Connection refused
`);
});
