#!/usr/bin/env node
/** `npm run check`: all that can be said of the project without running it. Every step runs, then the bad ones are listed. */
import { spawnSync } from "node:child_process";
import { install, node, root } from "./run/install.mjs";
import { buildSite } from "./run/site.mjs";

install();
const bin = (path, ...args) => ({ command: node, args: [`node_modules/${path}`, ...args] });
const steps = {
  format: bin("oxfmt/bin/oxfmt", "--check"),
  lint: bin("oxlint/bin/oxlint", "--type-aware", "--deny-warnings"),
  "types: engine": bin("typescript/bin/tsc", "-p", "engine"),
  "types: engine tests": bin("typescript/bin/tsc", "-p", "engine/tsconfig.test.json"),
  "types: runtimes": bin("typescript/bin/tsc", "-p", "runtimes"),
  "types: grader": bin("typescript/bin/tsc", "-p", "grader"),
  // Before the site's types: the build writes the types of the lessons' collection.
  site: buildSite,
  "types: site": bin("@astrojs/check/bin/astro-check.js", "--minimumSeverity", "warning"),
  layers: bin(
    "dependency-cruiser/bin/dependency-cruiser.mjs",
    "--config",
    ".dependency-cruiser.mjs",
    "engine",
    "runtimes",
    "grader",
    "src",
  ),
  "dead code": bin("knip/bin/knip.js"),
  sizes: bin("size-limit/bin.js"),
};

const bad = [];
for (const [name, step] of Object.entries(steps)) {
  const started = performance.now();
  let fine,
    words = "";
  if (typeof step === "function") fine = step();
  else {
    const run = spawnSync(step.command, step.args, {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    fine = run.status === 0;
    words = `${run.stdout}${run.stderr}`;
  }
  console.log(
    `${fine ? "ok  " : "BAD "} ${name.padEnd(22)} ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  if (!fine) bad.push(name);
  if (!fine) console.log(words);
}
console.log(bad.length === 0 ? "check: all fine" : `check: ${bad.join(", ")}`);
process.exit(bad.length === 0 ? 0 : 1);
