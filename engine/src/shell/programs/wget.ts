import { notSimulated } from "../../core/engine-error.ts";
import { Content } from "../../vfs/content.ts";
import { join } from "../../vfs/path.ts";
import type { Program } from "../process.ts";
import { parseUrl } from "../http/parse-url.ts";
import { statusLine } from "../http/reason-phrase.ts";
import { requestHeaders } from "../http/request-headers.ts";
import { tool } from "../options/tool.ts";

/** What each sends of itself: GNU's of Debian 13, busybox's without a version. */
const CLIENTS = {
  gnu: [
    ["User-Agent", "Wget/1.25.0"],
    ["Accept", "*/*"],
    ["Accept-Encoding", "identity"],
    ["Connection", "Keep-Alive"],
  ],
  busybox: [
    ["User-Agent", "Wget"],
    ["Connection", "close"],
  ],
} as const;

const SPEC = {
  flags: "qcS",
  values: "OTPUt",
  long: { quiet: "q", "output-document": "O", timeout: "T", header: "H", spider: "s", tries: "t" },
  lacks: "*",
} as const;

/** Fetches from a server of the simulation. Nothing outside can be reached, and that is said. */
export const wget: Program = tool(
  "wget",
  { ...SPEC, flags: "qcSs", values: "OTPUtH" },
  (process, options, flavour) => {
    const [url] = options.operands;
    if (url === undefined) throw notSimulated("wget without a URL", "print how it is used");
    const from = parseUrl(url);
    const { host, path } = from;
    const headers = requestHeaders(from, CLIENTS[flavour], options.values("H"));
    const response = process.kernel.network.request(url, options.has("s") ? "HEAD" : "GET", headers, "");
    const quiet = options.has("q");
    const say = (words: string): void => process.stderr.write(`wget: ${words}\n`);
    if (response === undefined) throw notSimulated(`the network: ${host}`, `ask ${host} for ${path}`);
    if (response === "unresolved") {
      const typed = /:\/\/[^/]*:\d+/.test(url) ? `${host}:${from.port}` : host;
      say(flavour === "busybox" ? `bad address '${typed}'` : `unable to resolve host address ‘${host}’`);
      return flavour === "busybox" ? 1 : 4;
    }
    if (!quiet && !options.has("s"))
      throw notSimulated("the progress lines of wget; use wget -q", "show how far the download is");
    if (response === "refused") {
      const there = process.kernel.network.locate?.(host);
      const address = typeof there === "object" ? there.address : host === "localhost" ? "127.0.0.1" : host;
      if (flavour === "busybox") say(`can't connect to remote host (${address}): Connection refused`);
      return flavour === "busybox" ? 1 : 4;
    }
    if (response === "reset" || response === "empty") {
      const why = response === "reset" ? ": Connection reset by peer" : "";
      if (flavour === "busybox") say(`error getting response${why}`);
      return flavour === "busybox" ? 1 : 4;
    }
    if (response.status >= 400) {
      if (flavour === "busybox")
        say(`server returned error: HTTP/1.1 ${statusLine(response.status, response.reason)}`);
      return flavour === "busybox" ? 1 : 8;
    }
    if (options.has("s")) return 0;
    const target = options.value("O") ?? (path.split("?", 1)[0]?.split("/").pop() || "index.html");
    if (target === "-") process.stdout.write(response.body);
    else {
      const errno = process.files.write(join(process.cwd, target), Content.of(response.body));
      if (errno !== undefined) {
        say(`can't open '${target}': ${errno === "EISDIR" ? "Is a directory" : "No such file or directory"}`);
        return 1;
      }
    }
    return 0;
  },
);
