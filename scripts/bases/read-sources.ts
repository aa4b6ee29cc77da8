/**
 * Tells the folder of the archive's pool in which each package of a catalogue lies, where it is not named like the package.
 *
 *   node scripts/bases/read-sources.ts ROOT facts/apt-SUITE.json > facts/apt-sources-SUITE.json
 *
 * ROOT as for read-apt.ts. A package lies in the folder of its source package (`Filename` of `apt-cache show`).
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [root = "", facts = ""] = process.argv.slice(2);
const { packages } = JSON.parse(readFileSync(facts, "utf8")) as { packages: Record<string, unknown> };
const names = Object.keys(packages);
const sources: Record<string, string> = {};
for (let at = 0; at < names.length; at += 300) {
  const told = execFileSync(
    "chroot",
    [root, "apt-cache", "show", "--no-all-versions", ...names.slice(at, at + 300)],
    {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  for (const stanza of told.split("\n\n")) {
    const name = /^Package: (\S+)/m.exec(stanza)?.[1];
    const source = /^Filename: .*\/([^/]+)\/[^/]+$/m.exec(stanza)?.[1];
    if (name !== undefined && source !== undefined && source !== name) sources[name] = source;
  }
}
const made = execFileSync("date", ["-u", "+%F"], { encoding: "utf8" }).trim();
process.stdout.write(
  `${JSON.stringify({ source: `Filename of apt-cache show, read on ${made}`, sources }, undefined, 1)}\n`,
);
