/**
 * Lists the names that update-alternatives made in a tree where packages were installed, by the package that each belongs to.
 *
 *   node scripts/bases/read-alternatives.ts ROOT SUITE > scripts/bases/facts/apt-alternatives-SUITE.json
 *
 * ROOT is a `debootstrap --variant=minbase SUITE` tree with /proc mounted, after `chroot ROOT apt-get install` of what provides
 * alternatives. Manual pages are left out, and what the base has already.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readlinkSync } from "node:fs";

const [root = "", suite = ""] = process.argv.slice(2);
const BASE = new Set(["awk", "nawk", "which", "pager", "rmt"]);

const chroot = (...argv: string[]): string => {
  try {
    return execFileSync("chroot", [root, "env", "LC_ALL=C", ...argv], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return "";
  }
};
const owner = (path: string): string | undefined =>
  [path, `/usr${path}`]
    .map((one) => /^([^:,]+)/.exec(chroot("dpkg", "-S", one))?.[1])
    .find((name) => name !== undefined);

const links: Record<string, Record<string, string>> = {};
for (const name of readdirSync(`${root}/etc/alternatives`).sort()) {
  if (name === "README" || name.endsWith(".gz") || BASE.has(name)) continue;
  const target = readlinkSync(`${root}/etc/alternatives/${name}`);
  if (!/\/s?bin\//.test(target)) continue;
  const resolved = chroot("readlink", "-f", target).trim();
  const found = owner(target) ?? owner(resolved);
  if (found !== undefined) (links[found] ??= {})[name] = target.replace(/^\/bin\//, "/usr/bin/");
}
const source = `update-alternatives in ${suite}, read where the packages were installed`;
process.stdout.write(`${JSON.stringify({ source, links }, undefined, 1)}\n`);
