#!/usr/bin/env node
/**
 * `npm run pack [-- FOLDER]`: the grader as one file, `drydock-grade-VERSION.tgz`, in the folder given or in this one.
 *
 * `npx --yes ./drydock-grade-VERSION.tgz LESSON SUBMISSION` runs it in any folder, without this repository and without a network.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundle } from "./pack/bundle.mjs";
import { declarations } from "./pack/declarations.mjs";
import { install, root } from "./run/install.mjs";

const to = resolve(process.argv[2] ?? ".");
install();
const folder = join(root, ".cache/pack", String(process.pid));
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, "bin"), { recursive: true });
mkdirSync(to, { recursive: true });

const { version, description, license } = JSON.parse(readFileSync(join(root, "grader/package.json"), "utf8"));
writeFileSync(join(folder, "THIRD-PARTY.txt"), await bundle(join(folder, "dist")));
writeFileSync(join(folder, "dist/index.d.ts"), declarations("grader/src/cli/library.ts"));
copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));
copyFileSync(join(root, "docs/instructors.md"), join(folder, "README.md"));
copyFileSync(join(root, "grader/packing/drydock-grade.js"), join(folder, "bin/drydock-grade.js"));
copyFileSync(join(root, "grader/packing/browser.js"), join(folder, "dist/browser.js"));
cpSync(join(root, "grader/recipes"), join(folder, "recipes"), { recursive: true });
const manifest = {
  name: "drydock-grade",
  version,
  description,
  license,
  type: "module",
  bin: { "drydock-grade": "bin/drydock-grade.js" },
  exports: {
    ".": { types: "./dist/index.d.ts", browser: "./dist/browser.js", default: "./dist/index.js" },
  },
  types: "./dist/index.d.ts",
  engines: { node: ">=22" },
};
writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const { status, stdout, stderr } = spawnSync(npm, ["pack", "--silent", "--pack-destination", to], {
  cwd: folder,
  encoding: "utf8",
  shell: process.platform === "win32",
});
rmSync(folder, { recursive: true, force: true });
const file = join(to, stdout.trim().split("\n").at(-1) ?? "");
if (status !== 0 || !existsSync(file)) {
  console.error(`${stdout}${stderr}\nnpm pack failed.`);
  process.exit(1);
}
console.log(file);
