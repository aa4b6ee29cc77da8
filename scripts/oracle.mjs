#!/usr/bin/env node
/** Runs a comparison with the real engine's recordings, where those are present. No test calls it. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { install, node, root } from "./run/install.mjs";

const [name, ...args] = process.argv.slice(2);
const folder = resolve(root, process.env.DRYDOCK_ORACLE ?? "../shared/tools");
const tool = join(folder, `${name}.mjs`);
if (!existsSync(tool)) {
  console.error(
    `${name}: the recordings are not here (looked in ${folder}; DRYDOCK_ORACLE names another folder).`,
  );
  process.exit(2);
}
install();
process.exit(spawnSync(node, [tool, ...args], { cwd: root, stdio: "inherit" }).status ?? 2);
