import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Content } from "../../vfs/content.ts";
import { dirname } from "../../vfs/path.ts";
import { FileSystem, emptyDirectory } from "../../vfs/file-system.ts";
import type { Network } from "../process.ts";
import { loadConfig } from "./load-config.ts";
import { serve } from "./serve.ts";
import { siteOf } from "./site.ts";

const read = (name: string): string =>
  readFileSync(new URL(`../../../testing/testdata/nginx/${name}`, import.meta.url), "utf8");

const TIME = 1_795_259_357;
const files = JSON.parse(read("files.json")) as Record<string, string>;

/** The machine on which the recordings were made: its pages under /srv, all of one age. */
function machine(servers: string): FileSystem {
  const tree = new FileSystem(emptyDirectory(), () => 1_700_000_000);
  const write = (path: string, text: string): void => {
    let folder = "";
    for (const part of dirname(path).split("/").filter(Boolean)) tree.mkdir((folder += `/${part}`));
    tree.write(path, Content.of(text));
  };
  for (const [name, text] of Object.entries(files)) write(`/srv/${name}`, text);
  const http = `include /etc/nginx/mime.types; default_type application/octet-stream; access_log /acc; ${servers}`;
  tree.write("/n.conf", Content.of(`error_log /err;\nevents {}\nhttp { ${http}\n}\n`));
  write(
    "/etc/nginx/mime.types",
    "types { text/html html; text/css css; text/plain txt; application/json json; application/javascript js; image/png png; application/octet-stream bin; }",
  );
  return tree;
}

/** A server beside nginx that tells what it was asked; there is one on port 8095 only. */
const network: Network = {
  request(url, method, headers, body) {
    if (!url.startsWith("http://127.0.0.1:8095")) return "refused";
    const path = url.replace("http://127.0.0.1:8095", "");
    const told = [...headers].map(([name, value]) => [name.toLowerCase(), value] as const);
    const h = Object.fromEntries(
      told.filter(([name]) => name !== "connection").toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
    return {
      status: path === "/a?b=c" ? 201 : 200,
      headers: new Map([
        ["content-type", "application/json"],
        ["x-back", "1"],
      ]),
      body: JSON.stringify({ m: method, u: path, h, b: body }),
    };
  },
};

/** Dates, process numbers and the order of the two logs are not compared. */
const comparable = (lines: readonly string[]): readonly string[] =>
  lines
    .map((line) =>
      line
        .replace(/\d\d:\d\d:\d\d:\d\d|\d\d:\d\d:\d\d/, "T")
        .replace(/\d+#\d+: \*\d+/, "P")
        .replace(/^[\d/]+ /, "D "),
    )
    .toSorted();

describe.each(["static", "locations", "proxy"])("nginx 1.22 answered so when it was recorded: %s", (name) => {
  const [servers = "", ...exchanges] = read(`${name}.txt`).trimEnd().split("\n=====\n");
  const tree = machine(servers);
  const directives = loadConfig(tree, "/n.conf");
  if ("error" in directives) throw new Error(directives.error);
  const site = siteOf(directives, "/n.conf");
  if ("error" in site) throw new Error(site.error);

  test.each(exchanges.map((text) => [text.split("\n--- answer", 1)[0] ?? "", text] as const))(
    "%s",
    (asked, text) => {
      const [line = "", ...rest] = asked.split("\n").map((one) => one.trim());
      const [method = "", path = ""] = line.split(" ");
      const headers = new Map([
        ["Host", "127.0.0.1:8080"],
        ["User-Agent", "curl/7.88.1"],
        ["Accept", "*/*"],
      ]);
      for (const one of rest.filter((word) => !word.startsWith("|"))) {
        const at = one.indexOf(": ");
        headers.set(one.slice(0, at), one.slice(at + 2));
      }
      const body = rest.find((word) => word.startsWith("| "))?.slice(2) ?? "";
      const { response, log } = serve(
        { site, files: tree, network, version: "1.22.1" },
        { method, path, headers, body, remote: "127.0.0.1" },
        { remote: "127.0.0.1", port: 8080, time: TIME, count: 0 },
      );
      const answer = [
        `HTTP/1.1 ${response.status}`,
        ...[...response.headers].map(([key, value]) => (key === "Date" ? key : `${key}: ${value}`)),
        "",
        response.body.replaceAll("\r", ""),
      ].join("\n");
      const [, recorded = "", logged = ""] = /--- answer\n([^]*?)\n--- log\n?([^]*)$/.exec(text) ?? [];
      expect(answer.trimEnd()).toBe(recorded.trimEnd());
      expect(comparable(log.map((one) => one.text))).toEqual(
        comparable(logged.split("\n").filter((one) => one !== "")),
      );
    },
  );
});

describe("a directive that is in no list", () => {
  const check = (directive: string): (() => string) => {
    const tree = machine(`server { listen 80; ${directive} }`);
    return () => {
      const site = loadConfig(tree, "/n.conf");
      return "error" in site ? site.error : "read";
    };
  };
  test.each(["proxy_passs http://a;", "listne 80;", "js_import a.js;", "worker on;"])(
    "%s is nobody's",
    (line) => {
      expect(check(line)()).toBe(`unknown directive "${line.split(" ")[0]}" in /n.conf:3`);
    },
  );
  test.each(["ssi on;", "fastcgi_pass php:9000;", "http2 on;", "ssl_certificate /a;"])(
    "%s is nginx's, and lacking",
    (line) => {
      expect(check(line)).toThrow(`nginx's directive ${line.split(" ")[0]}`);
    },
  );
});
