#!/usr/bin/env node
// Plain JavaScript for Node 20 and later: starts the command line on the project's own Node, wherever it is called from.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));

function nodePackage() {
  try {
    return dirname(createRequire(import.meta.url).resolve("node/package.json"));
  } catch {
    return undefined;
  }
}

const home = nodePackage();
const modern = Number(process.versions.node.split(".")[0]) >= 24;
const node = home
  ? join(home, "bin", process.platform === "win32" ? "node.exe" : "node")
  : modern
    ? process.execPath
    : undefined;
// Compiled TypeScript is kept beside the installed packages: half the time of a start.
const env = home
  ? { NODE_COMPILE_CACHE: join(home, "..", ".cache", "drydock-grade"), ...process.env }
  : process.env;
if (node === undefined) {
  console.error(
    "drydock-grade: the project's Node is missing. Run npm ci in the folder of Drydock, or use Node 24.",
  );
  process.exit(5);
}

const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: "inherit", env });
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
// The command line ends by itself on a signal and says with which status; this process only waits for it.
const forward = signals.map((signal) => [signal, () => child.kill(signal)]);
for (const [signal, listener] of forward) process.on(signal, listener);
child.on("error", (error) => {
  console.error(`drydock-grade: ${error.message}`);
  process.exit(5);
});
child.on("exit", (code, signal) => {
  for (const [name, listener] of forward) process.off(name, listener);
  if (signal) process.kill(process.pid, signal);
  else process.exit(code ?? 5);
});
