import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const stamp = `${root}node_modules/.drydock-installed`;

/** Installs what package-lock.json names, once for each state of that file. Runs on any Node that runs npm. */
export function install() {
  const wanted = createHash("sha256")
    .update(readFileSync(`${root}package-lock.json`))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installing packages (npm ci, about half a minute) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status, stdout, stderr } = spawnSync(npm, ["ci", "--no-fund", "--no-audit", "--loglevel=error"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error(`${stdout}${stderr}\nnpm ci failed. Is the npm registry reachable? Nothing else was done.`);
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** The project's own Node, whatever Node started this. */
export const node = `${root}node_modules/node/bin/node${process.platform === "win32" ? ".exe" : ""}`;
