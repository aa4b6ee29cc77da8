/**
 * Reads wheels in a folder and writes what the package catalogue needs of each.
 *
 *   node scripts/bases/read-wheels.ts FOLDER facts/packages.json < names > facts/wheels.json
 *
 * Takes the newest version of each name and of everything it requires, in the flavour for CPython 3.11 on x86-64 or any.
 * Sizes with byte code are those measured in facts/packages.json, else 1.1 bytes for each byte of source (an estimate: the
 * ratio over the measured ones is 1.09).
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";

const [folder = "", factsFile = ""] = process.argv.slice(2);
const { pip: measured } = JSON.parse(readFileSync(factsFile, "utf8")) as {
  pip: Record<string, { version: string; installed_bytes: number; installed_without_pyc_bytes: number }>;
};
const canonical = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, "-");
const order = (version: string): number[] => version.split(/[^0-9]+/).map(Number);
const newer = (a: string, b: string): boolean => {
  const [x, y] = [order(a), order(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++)
    if ((x[i] ?? 0) !== (y[i] ?? 0)) return (x[i] ?? 0) > (y[i] ?? 0);
  return false;
};

const newest = new Map<string, { version: string; file: string }>();
for (const file of readdirSync(folder)) {
  const match = /^(.+?)-([0-9][^-]*)(?:-\d+)?-(.+)\.whl$/.exec(file);
  if (!match || !/(none-any|x86_64)$/.test(match[3] ?? "")) continue;
  const [, name = "", version = ""] = match;
  const known = newest.get(canonical(name));
  const wanted = measured[canonical(name)]?.version;
  if (wanted ? version === wanted : !known || newer(version, known.version))
    newest.set(canonical(name), { version, file });
}

const unzip = (file: string, ...args: string[]): string =>
  execFileSync("unzip", [...args.slice(0, 1), `${folder}/${file}`, ...args.slice(1)], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });

const wheels: Record<string, unknown> = {};
const todo = readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(canonical);
while (todo.length > 0) {
  const name = todo.pop() ?? "";
  const found = newest.get(name);
  if (!found || wheels[name]) continue;
  const { version, file } = found;
  const info =
    unzip(file, "-Z1")
      .split("\n")
      .find((path) => /^[^/]+\.dist-info\/METADATA$/.test(path)) ?? "";
  const metadata = unzip(file, "-p", info);
  const head = metadata.split("\n\n")[0] ?? "";
  const fields = (key: string): string[] =>
    [...head.matchAll(new RegExp(`^${key}: (.*)$`, "gm"))].map((it) => it[1] ?? "");
  const top: Record<string, [files: number, bytes: number]> = {};
  let source = 0;
  for (const line of execFileSync("unzip", ["-Zl", `${folder}/${file}`], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  }).split("\n")) {
    const match = /^-\S+\s+\S+\s+\S+\s+(\d+)\s+\S+\s+\d+\s+\S+\s+\S+\s+\S+\s+(.+)$/.exec(line);
    if (!match) continue;
    const [, size = "0", path = ""] = match;
    if (path.includes(".dist-info/")) continue;
    const key = path.includes("/") ? path.slice(0, path.indexOf("/")) : path;
    const sum = (top[key] ??= [0, 0]);
    sum[0] += 1;
    sum[1] += Number(size);
    if (path.endsWith(".py")) source += Number(size);
  }
  const requires = fields("Requires-Dist").filter((it) => !/extra\s*==/.test(it));
  const entries = info.replace("METADATA", "entry_points.txt");
  let scripts: string[] = [];
  try {
    const section =
      /\[console_scripts\]\n([\s\S]*?)(?=\n\[|$)/.exec(`${unzip(file, "-p", entries)}\n`)?.[1] ?? "";
    scripts = [...section.matchAll(/^\s*([\w.-]+)\s*=\s*(\S+)/gm)].map(
      ([, key, target]) => `${key}=${target}`,
    );
  } catch {
    // No entry points.
  }
  const fact = measured[name];
  wheels[name] = {
    name: fields("Name")[0],
    version,
    file,
    bytes: statSync(`${folder}/${file}`).size,
    metadata: metadata.length,
    info: info.split("/")[0],
    requires,
    top,
    scripts,
    byteCode: fact ? fact.installed_bytes - fact.installed_without_pyc_bytes : Math.round(source * 1.1),
    measured: Boolean(fact),
    summary: fields("Summary")[0] ?? "",
    home: fields("Home-page")[0] ?? "",
    author: fields("Author")[0] ?? "",
    email: fields("Author-email")[0] ?? "",
    license: fields("License-Expression")[0] ?? (fields("License")[0] ?? "").slice(0, 40),
  };
  for (const requirement of requires) todo.push(canonical(/^[\w.-]+/.exec(requirement)?.[0] ?? ""));
}
const source = "wheels of the Python Package Index, read 2026-11-21; sizes of byte code as `measured` says";
process.stdout.write(`${JSON.stringify({ source, wheels }, undefined, 1)}\n`);
