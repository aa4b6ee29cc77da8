#!/usr/bin/env node
/**
 * Mutation testing: `npm run mutants -- FILE...`, paths or patterns below engine/src/build and engine/src/context.
 *
 * Breaks the code in one place after the other and looks whether a test fails. Slow: about two seconds a mutant. What it
 * finds goes into engine/testing/mutants.json, which docs/fidelity.md shows; survivors are listed on the terminal.
 */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { install, node, root } from "./run/install.mjs";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("mutants: which files? For example: npm run mutants -- engine/src/context/match.ts");
  process.exit(2);
}
install();
const report = join(root, ".cache/mutants.json");
rmSync(report, { force: true });
const stryker = [
  "node_modules/@stryker-mutator/core/bin/stryker.js",
  "run",
  "scripts/mutants/stryker.json",
  "--mutate",
  files.join(","),
];
const { status } = spawnSync(node, stryker, { cwd: root, stdio: "inherit" });
if (status !== 0 || !existsSync(report)) {
  console.error("mutants: no valid score, see above");
  process.exit(1);
}
const note = spawnSync(node, ["scripts/mutants/note.ts", report], { cwd: root, stdio: "inherit" });
process.exit(note.status ?? 1);
