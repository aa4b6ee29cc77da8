import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { node, root } from "./install.mjs";

const SOURCES = [
  "astro.config.mjs",
  "package-lock.json",
  "tsconfig.base.json",
  "engine",
  "runtimes",
  "grader",
  "lessons",
  "src",
  "public",
];
const stamp = `${root}dist/.built-from`;

/** One hash over names and bytes of all that the site is made of. */
function fingerprint() {
  const hash = createHash("sha256");
  const walk = (path) => {
    if (!existsSync(join(root, path))) return;
    if (!statSync(join(root, path)).isDirectory()) {
      hash
        .update(path)
        .update("\0")
        .update(readFileSync(join(root, path)));
      return;
    }
    for (const name of readdirSync(join(root, path)).sort())
      if (name !== "node_modules") walk(`${path}/${name}`);
  };
  for (const source of SOURCES) walk(source);
  return hash.digest("hex");
}

/** Builds dist/, unless it was built from exactly these sources. False where the build fails; its words were printed. */
export function buildSite() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return true;
  console.log("Building the site …");
  const { status, stdout, stderr } = spawnSync(node, ["node_modules/astro/bin/astro.mjs", "build"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  if (status !== 0) {
    console.error(`${stdout}${stderr}`);
    return false;
  }
  writeFileSync(stamp, wanted);
  return true;
}
