/**
 * Lists the executables of Debian packages, so that an installed package puts programs on PATH.
 *
 *   node scripts/bases/read-apt-programs.ts ROOT facts/apt-SUITE.json [EARLIER] > facts/apt-programs-SUITE.json
 *
 * Downloads (with ROOT's own apt) every package that a requested name needs without recommends, up to LIMIT bytes each,
 * and reads its table of contents with `dpkg-deb -c`. ROOT as for read-apt.ts. Larger packages are left to their counted size.
 * EARLIER is a file of the same kind: what it lists is not downloaded again.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";

const LIMIT = 40_000_000;
const [root = "", facts = "", earlier] = process.argv.slice(2);
const { requested, packages, upgrades } = JSON.parse(readFileSync(facts, "utf8")) as {
  requested: Record<string, { without: string[] | string }>;
  packages: Record<string, { download: number }>;
  upgrades: string[];
};

/** What an upgrade of the base brings is wanted too. */
const wanted = new Set<string>(upgrades);
for (const [name, { without }] of Object.entries(requested)) {
  if (typeof without === "string" || without.length > 120) continue;
  for (const one of without) {
    if (
      !/^(lib|fonts|python3-(?!pip|venv|flask|minimal)|node-|ruby-)/.test(one) &&
      (packages[one]?.download ?? 0) < LIMIT
    )
      wanted.add(one);
  }
  if (!name.startsWith("lib")) wanted.add(name);
}

const programs: Record<string, string[]> =
  earlier === undefined
    ? {}
    : (JSON.parse(readFileSync(earlier, "utf8")) as { programs: Record<string, string[]> }).programs;
for (const name of [...wanted].sort()) {
  if (programs[name]) continue;
  try {
    execFileSync(
      "chroot",
      [root, "sh", "-c", `mkdir -p /var/tmp/d && cd /var/tmp/d && apt-get -qq download ${name}`],
      { stdio: "ignore" },
    );
    for (const file of readdirSync(`${root}/var/tmp/d`)) {
      const listing = execFileSync("dpkg-deb", ["-c", `${root}/var/tmp/d/${file}`], {
        encoding: "utf8",
        maxBuffer: 1 << 27,
      });
      const found: string[] = [];
      for (const line of listing.split("\n")) {
        const match =
          /^([-l])(\S+) \S+ +(\d+) \S+ \S+ \.(\/(?:(?:usr\/)?s?|usr\/lib\/jvm\/[^/ ]+\/|usr\/share\/maven\/)bin\/\S+)(?: -> (\S+))?/.exec(
            line,
          );
        if (!match) continue;
        const [, kind, mode = "", size = "", path = "", target] = match;
        if (kind === "l") found.push(`${path}>${target}`);
        else if (mode.includes("x") || mode.includes("s"))
          found.push(`${path}*${size}${mode[2] === "s" ? "!4755" : ""}`);
      }
      if (found.length > 0) programs[name] = found;
    }
  } catch (error) {
    process.stderr.write(`${name}: ${String(error).split("\n")[0]}\n`);
  } finally {
    rmSync(`${root}/var/tmp/d`, { recursive: true, force: true });
  }
}
process.stdout.write(
  `${JSON.stringify({ source: "dpkg-deb -c of the packages in the Debian archive", programs }, undefined, 1)}\n`,
);
