#!/usr/bin/env node
const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 22) {
  process.stderr.write(`drydock-grade needs Node 22 or later; this is ${process.version}.\n`);
  process.exit(2);
}
// Compiled code is kept between runs where there is a place for it: half the time of a start.
await import("node:module").then((module) => module.enableCompileCache?.());
await import("../dist/main.js");
