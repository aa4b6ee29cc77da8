import { digestOf } from "../src/core/digest.ts";
import type { BlackBox } from "../src/shell/black-boxes/black-box.ts";

/** A small web server in Go, as a lesson would ship it: its sources, and what it does. */
export const goServerFiles = {
  "go.mod": "module example.com/harbour/server\n\ngo 1.26\n\nrequire github.com/go-chi/chi/v5 v5.2.3\n",
  "go.sum": "github.com/go-chi/chi/v5 v5.2.3 h1:made-up-for-this-test=\n",
  "main.go":
    'package main\n\nimport "net/http"\n\nfunc main() {\n\t// routes and signals\n\thttp.ListenAndServe(":8080", nil)\n}\n',
} as const;

export const goServer: BlackBox = {
  name: "server",
  sources: Object.fromEntries(Object.entries(goServerFiles).map(([path, text]) => [path, digestOf(text)])),
  build: {
    tool: "go",
    target: ".",
    size: 7_800_000,
    strippedSize: 5_200_000,
    seconds: 9,
    usesC: true,
    libraries: ["libresolv.so.2", "libc.so.6"],
    modules: [{ name: "github.com/go-chi/chi/v5", version: "v5.2.3", files: 91, bytes: 430_000 }],
  },
  runs: [
    {
      args: ["--version"],
      needs: [],
      writes: [],
      stdout: "server 1.0\n",
      answers: [],
      exit: 0,
      stop: {},
    },
    {
      args: [],
      needs: [{ env: "GREETING", stderr: "GREETING is not set\n", exit: 1 }],
      writes: [
        {
          file: "/data/started",
          text: "yes\n",
          denied: { stderr: "open /data/started: ${errno}\n", exit: 2 },
        },
      ],
      stdout: "listening on :8080\n",
      listens: { port: 8080, portFrom: "PORT" },
      answers: [
        { method: "GET", path: "/", status: 200, headers: {}, body: "${GREETING} from ${HOSTNAME}\n" },
        { method: "GET", path: "/health", status: 204, headers: {}, body: "" },
      ],
      exit: 0,
      stop: { TERM: { stdout: "bye\n", seconds: 0.5, exit: 0 } },
    },
  ],
};
