#!/usr/bin/env node
/**
 * Mutation testing: `npm run mutants -- AREA [FILE...]`, an area of scripts/mutants/areas.json and, if not all of it,
 * paths or patterns within.
 *
 * Breaks the code in one place after the other and looks whether a test fails; a thousand mutants take some minutes. What
 * it finds goes into engine/testing/mutants.json, which docs/fidelity.md shows; survivors are listed on the terminal.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { install, node, root } from "./run/install.mjs";

const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const areas = read("scripts/mutants/areas.json");
const [name = "", ...files] = process.argv.slice(2);
const area = areas[name];
if (area === undefined) {
  console.error(
    `mutants: which part? One of ${Object.keys(areas).join(", ")}, as in: npm run mutants -- build`,
  );
  process.exit(2);
}
install();
const { mutate, ...inProcess } = area;
const unbroken = mutate.filter((pattern) => pattern.startsWith("!"));
const config = join(root, ".cache/stryker.json");
const report = join(root, ".cache/mutants.json");
mkdirSync(join(root, ".cache"), { recursive: true });
rmSync(report, { force: true });
writeFileSync(
  config,
  JSON.stringify({
    ...read("scripts/mutants/stryker.json"),
    mutate: files.length === 0 ? mutate : [...files, ...unbroken],
    inProcess,
  }),
);
const stryker = ["node_modules/@stryker-mutator/core/bin/stryker.js", "run", config];
const { status } = spawnSync(node, stryker, { cwd: root, stdio: "inherit" });
if (status !== 0 || !existsSync(report)) {
  console.error("mutants: no valid score, see above");
  process.exit(1);
}
const note = spawnSync(node, ["scripts/mutants/note.ts", report], { cwd: root, stdio: "inherit" });
process.exit(note.status ?? 1);
