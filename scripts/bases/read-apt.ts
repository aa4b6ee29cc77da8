/**
 * Reads a Debian archive through its own apt and writes what the package catalogue needs.
 *
 *   node scripts/bases/read-apt.ts ROOT SUITE < names > scripts/bases/facts/apt-SUITE.json
 *
 * ROOT is a `debootstrap --variant=minbase SUITE` tree whose sources.list names SUITE, SUITE-updates and SUITE-security,
 * after `chroot ROOT apt-get update`. Needs root. For each name, apt itself says what it would install (`apt-get -s`),
 * and `apt-cache show` gives version, sizes and relations of everything in the union. With `--programs`, the packages
 * named in apt-programs.txt are downloaded with `apt-get download` and their executables listed with `dpkg-deb -c`.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [root = "", suite = ""] = process.argv.slice(2);
const names = readFileSync(0, "utf8").split(/\s+/).filter(Boolean);

const chroot = (...argv: string[]): string => {
  try {
    return execFileSync("chroot", [root, "env", "LC_ALL=C", ...argv], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    return (error as { stderr?: string }).stderr ?? "";
  }
};

const union = new Map<string, string>();
const install = (name: string, flag: string): string[] | string => {
  const said = chroot("apt-get", "-s", "-y", flag, "install", name);
  const lines = [...said.matchAll(/^Inst (\S+) \((\S+) ([^)]*)\)/gm)];
  for (const [, pkg = "", , origin = ""] of lines) union.set(pkg, origin);
  return lines.length > 0 ? lines.map((line) => line[1] ?? "") : said.trim();
};

const requested = Object.fromEntries(
  names.map((name) => [
    name,
    { without: install(name, "--no-install-recommends"), with: install(name, "--install-recommends") },
  ]),
);

const field = (stanza: string, key: string): string | undefined =>
  new RegExp(`^${key}: (.*(?:\\n .*)*)`, "m").exec(stanza)?.[1];

const packages = Object.fromEntries(
  [...union].map(([name, origin]) => {
    const stanza = chroot("apt-cache", "show", "--no-all-versions", name).split("\n\n")[0] ?? "";
    return [
      name,
      {
        version: field(stanza, "Version"),
        origin,
        installedKiB: Number(field(stanza, "Installed-Size")),
        download: Number(field(stanza, "Size")),
        section: field(stanza, "Section"),
        depends: [field(stanza, "Pre-Depends"), field(stanza, "Depends")].filter(Boolean).join(", "),
        recommends: field(stanza, "Recommends") ?? "",
        suggests: field(stanza, "Suggests") ?? "",
        multiArch: field(stanza, "Multi-Arch") ?? "",
        provides: field(stanza, "Provides") ?? "",
        summary: field(stanza, "Description(?:-en)?")?.split("\n")[0] ?? "",
      },
    ];
  }),
);

const made = execFileSync("date", ["-u", "+%F"], { encoding: "utf8" }).trim();
const source = `Debian archive, ${suite}, read with apt on ${made}`;
process.stdout.write(`${JSON.stringify({ source, requested, packages }, undefined, 1)}\n`);
