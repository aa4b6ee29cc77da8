/**
 * Reads versions of Python packages from unpacked Debian packages and writes what the package catalogue needs of each.
 *
 *   node scripts/bases/read-debs.ts FOLDER... > facts/wheels-older.json
 *
 * Each FOLDER holds one package as `dpkg-deb -x` unpacks it. Names, versions and requirements are those of the package's
 * own METADATA or PKG-INFO, else of facts/requires-older.json. Sizes are estimates: Debian's files in place, a wheel as
 * zip would pack them, 1.1 bytes of byte code for each byte of source.
 */
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { deflateRawSync } from "node:zlib";

interface Known {
  readonly source: string;
  readonly requires?: string[];
  readonly extras?: string[];
  readonly like?: string;
  readonly metadata?: number;
  readonly unknown?: boolean;
}
const here = new URL("facts/requires-older.json", import.meta.url).pathname;
const { note: _, ...known } = JSON.parse(readFileSync(here, "utf8")) as Record<string, Known>;
const canonical = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, "-");

const wheels: Record<string, unknown>[] = [];
for (const folder of process.argv.slice(2)) {
  const site = `${folder}/usr/lib/python3/dist-packages`;
  const info = existsSync(site) ? readdirSync(site).find((name) => name.endsWith("-info")) : undefined;
  if (info === undefined) continue;
  const isFolder = statSync(`${site}/${info}`).isDirectory();
  const text = readFileSync(
    isFolder ? `${site}/${info}/${info.endsWith("egg-info") ? "PKG-INFO" : "METADATA"}` : `${site}/${info}`,
    "utf8",
  );
  const head = text.split("\n\n")[0] ?? "";
  const fields = (key: string): string[] =>
    [...head.matchAll(new RegExp(`^${key}: (.*)$`, "gm"))].map((it) => it[1] ?? "");
  const name = fields("Name")[0] ?? "";
  const version = fields("Version")[0] ?? "";
  const told = known[`${canonical(name)} ${version}`];
  if (told?.unknown) continue;

  const top: Record<string, [files: number, bytes: number]> = {};
  let [source, packed, compiled] = [0, 0, false];
  for (const path of readdirSync(site, { recursive: true, encoding: "utf8" })) {
    if (!lstatSync(`${site}/${path}`).isFile()) continue;
    const bytes = readFileSync(`${site}/${path}`);
    packed += deflateRawSync(bytes).length + 2 * path.length + 76;
    if (path.startsWith(info)) continue;
    const key = path.includes("/") ? path.slice(0, path.indexOf("/")) : path;
    const sum = (top[key] ??= [0, 0]);
    sum[0] += 1;
    sum[1] += bytes.length;
    if (path.endsWith(".py")) source += bytes.length;
    if (path.endsWith(".so")) compiled = true;
  }
  const entries = `${site}/${info}/entry_points.txt`;
  const section = existsSync(entries)
    ? (/\[console_scripts\]\n([\s\S]*?)(?=\n\[|$)/.exec(readFileSync(entries, "utf8"))?.[1] ?? "")
    : "";
  const row = {
    name,
    version,
    stem: info.slice(0, info.indexOf(`-${version}`)),
    tags: compiled ? "cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64" : "py3-none-any",
    bytes: packed,
    metadata: text.length,
    requires: told?.requires ?? fields("Requires-Dist"),
    // An egg-info tells names of extras, not what they need.
    extras:
      told?.extras ??
      fields("Provides-Extra").map((it) => (told || info.endsWith("egg-info") ? `${it}?` : it)),
    top,
    scripts: [...section.matchAll(/^\s*([\w.-]+)\s*=\s*(\S+)/gm)].map(
      ([, key, target]) => `${key}=${target}`,
    ),
    byteCode: Math.round(source * 1.1),
    summary: fields("Summary")[0] ?? "",
    home: fields("Home-page")[0] ?? "",
    author: fields("Author")[0] ?? "",
    license: fields("License-Expression")[0] ?? (fields("License")[0] ?? "").slice(0, 40),
    requiresFrom: told?.source ?? "Debian's package",
  };
  wheels.push(row);
  for (const [other, it] of Object.entries(known)) {
    if (it.like !== version || other.split(" ")[0] !== canonical(name)) continue;
    wheels.push({
      ...row,
      version: other.split(" ")[1],
      requires: it.requires,
      extras: it.extras,
      metadata: it.metadata,
      requiresFrom: it.source,
    });
  }
}
process.stdout.write(
  `${JSON.stringify({ source: "packages of Debian bookworm and trixie, read 2026-11-21; sizes are estimates", wheels }, undefined, 1)}\n`,
);
