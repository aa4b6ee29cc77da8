/**
 * Reads a Debian archive through its own apt and writes what the package catalogue needs.
 *
 *   node scripts/bases/read-apt.ts ROOT SUITE [EARLIER] < names > scripts/bases/facts/apt-SUITE.json
 *
 * ROOT is a `debootstrap --variant=minbase SUITE` tree whose sources.list names SUITE, SUITE-updates and SUITE-security,
 * after `chroot ROOT apt-get update`. Needs root. For each name, apt itself says what it would install or upgrade
 * (`apt-get -s`), `apt-cache madison` tells every version of everything in the union and in ROOT itself, and `apt-cache show`
 * its fields. The whole stanzas are kept for what was asked for and for what ROOT has. EARLIER is a file that was made from
 * the same lists: what it has of a name is not asked again.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [root = "", suite = "", earlier] = process.argv.slice(2);
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
const simulated = (...argv: string[]): { news: string[]; upgrades: string[]; said: string } => {
  const said = chroot("apt-get", "-s", "-y", ...argv);
  const lines = [...said.matchAll(/^Inst (\S+) (\[\S+\] )?\((\S+) ([^)]*)\)/gm)];
  for (const [, name = "", , , origin = ""] of lines) union.set(name, origin);
  const names = (upgrade: boolean): string[] =>
    lines.filter((line) => (line[2] !== undefined) === upgrade).map((line) => line[1] ?? "");
  return { news: names(false), upgrades: names(true), said: said.trim() };
};
const install = (name: string, flag: string): string[] | string => {
  const { news, upgrades, said } = simulated(flag, "install", name);
  return news.length + upgrades.length > 0 ? news : said;
};

type Requested = Record<string, { without: string[] | string; with: string[] | string }>;
const before =
  earlier === undefined
    ? undefined
    : (JSON.parse(readFileSync(earlier, "utf8")) as {
        requested: Requested;
        packages: Record<string, { origin: string }>;
      });
for (const [name, { origin }] of Object.entries(before?.packages ?? {})) union.set(name, origin);

const requested: Requested = Object.fromEntries(
  names.map((name) => [
    name,
    before?.requested[name] ?? {
      without: install(name, "--no-install-recommends"),
      with: install(name, "--install-recommends"),
    },
  ]),
);
/** In the order in which apt unpacks them. */
const upgrades = simulated("dist-upgrade").upgrades;

const own = chroot("dpkg-query", "-W", "-f=${Package}\\n").split("\n").filter(Boolean);
for (const name of own) if (!union.has(name)) union.set(name, "");

const field = (stanza: string, key: string): string | undefined =>
  new RegExp(`^${key}: (.*(?:\\n .*)*)`, "m").exec(stanza)?.[1];
/** `m`ain, `s`ecurity or `u`pdates. */
const letter = (source: string): string =>
  source.includes("-security/") ? "s" : source.includes("-updates/") ? "u" : "m";

/** What a command says of many packages, in one run for some hundreds each. */
const all = [...union.keys()];
function ofAll(names: readonly string[], ...command: string[]): string {
  let text = "";
  for (let at = 0; at < names.length; at += 400) text += chroot(...command, ...names.slice(at, at + 400));
  return text;
}

/** `1.2@s 1.1@m`: every version, newest first, with the parts of the archive that have it. */
const versions = new Map<string, Map<string, string>>();
for (const line of ofAll(all, "apt-cache", "madison").split("\n")) {
  const [name = "", version = "", source = ""] = line.split(" | ").map((cell) => cell.trim());
  if (!source.endsWith("Packages")) continue;
  const found = versions.get(name) ?? new Map<string, string>();
  versions.set(name, found.set(version, (found.get(version) ?? "") + letter(source)));
}
/** The newest version's first. */
const stanzas = new Map<string, string[]>();
for (const stanza of ofAll(all, "apt-cache", "show").split("\n\n")) {
  const name = field(stanza, "Package");
  if (name !== undefined) stanzas.set(name, [...(stanzas.get(name) ?? []), stanza.trim()]);
}

const kept = new Set([...names, ...own]);
const packages = Object.fromEntries(
  [...union].map(([name, origin]) => {
    const [stanza = ""] = stanzas.get(name) ?? [];
    return [
      name,
      {
        version: field(stanza, "Version"),
        origin,
        versions: [...(versions.get(name) ?? [])].map(([version, parts]) => `${version}@${parts}`).join(" "),
        installedKiB: Number(field(stanza, "Installed-Size")),
        download: Number(field(stanza, "Size")),
        section: field(stanza, "Section"),
        architecture: field(stanza, "Architecture"),
        depends: [field(stanza, "Pre-Depends"), field(stanza, "Depends")].filter(Boolean).join(", "),
        recommends: field(stanza, "Recommends") ?? "",
        suggests: field(stanza, "Suggests") ?? "",
        multiArch: field(stanza, "Multi-Arch") ?? "",
        provides: field(stanza, "Provides") ?? "",
        summary: field(stanza, "Description(?:-en)?")?.split("\n")[0] ?? "",
        ...(kept.has(name) && { stanzas: stanzas.get(name)?.join("\n\n") }),
      },
    ];
  }),
);

/** Who provides the names that are no package of their own, as `apt-cache depends` lists them below a relation. */
const providers: Record<string, string[]> = {};
let at = "";
for (const line of ofAll(
  all.filter((name) => kept.has(name)),
  "apt-cache",
  "depends",
).split("\n")) {
  at = /^ [ |](\w+): (\S+)$/.exec(line)?.[2] ?? at;
  if (at.startsWith("<")) providers[at] ??= [];
  const provider = /^ {4}(\S+)$/.exec(line)?.[1];
  if (provider !== undefined && !providers[at]?.includes(provider)) (providers[at] ??= []).push(provider);
}

const made = execFileSync("date", ["-u", "+%F"], { encoding: "utf8" }).trim();
const source = `Debian archive, ${suite}, read with apt on ${made}`;
process.stdout.write(
  `${JSON.stringify({ source, upgrades, own, requested, packages, providers }, undefined, 1)}\n`,
);
