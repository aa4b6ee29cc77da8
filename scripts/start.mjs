#!/usr/bin/env node
/** `npm start`: installs and builds what is missing, serves the course on loopback, prints where. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { install, node } from "./run/install.mjs";
import { buildSite } from "./run/site.mjs";

const at = process.argv.indexOf("--port");
const port = at < 0 ? 4321 : Number(process.argv[at + 1]);
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error("npm start: --port wants a number from 1 to 65535, as in `npm start -- --port 8080`.");
  process.exit(2);
}
install();
if (!buildSite()) process.exit(1);
process.on("SIGINT", () => {});
const serve = fileURLToPath(new URL("run/serve.mjs", import.meta.url));
process.exit(spawnSync(node, [serve, String(port)], { stdio: "inherit" }).status ?? 0);
