/**
 * Reads what the programs and libraries of Debian packages are linked with (NEEDED of their ELF headers).
 *
 *   node scripts/bases/read-libraries.ts ROOT facts/apt-SUITE.json [EARLIER] > facts/libraries-SUITE.json
 *
 * ROOT as for read-apt.ts. Its own files are read in place; packages that a requested name needs without recommends are
 * downloaded with ROOT's apt, up to LIMIT bytes each, unpacked and read. Programs are those of bin and sbin, libraries those
 * that lie beside libc. EARLIER is a file of the same kind: packages that it has are not downloaded again.
 */
import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const LIMIT = 12_000_000;
const [root = "", facts = "", earlier] = process.argv.slice(2);
const { requested, packages } = JSON.parse(readFileSync(facts, "utf8")) as {
  requested: Record<string, { without: string[] | string }>;
  packages: Record<string, { download: number }>;
};

interface Found {
  /** Names that its programs and libraries ask for, by path. */
  programs: Record<string, string>;
  libraries: Record<string, string>;
}
const read: Record<string, Found> =
  earlier === undefined
    ? {}
    : (JSON.parse(readFileSync(earlier, "utf8")) as { packages: Record<string, Found> }).packages;

const isElf = (path: string): boolean => {
  const entry = lstatSync(path);
  return (
    entry.isFile() && entry.size > 64 && readFileSync(path).subarray(0, 4).toString("latin1") === "\x7fELF"
  );
};

/** NEEDED in its order; undefined for what is no ELF file of the dynamic kind. */
function needed(path: string): { soname: string | undefined; names: string } | undefined {
  if (!isElf(path)) return undefined;
  const told = execFileSync("readelf", ["-dW", path], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (!told.includes("Dynamic section")) return undefined;
  return {
    soname: /\(SONAME\)\s+Library soname: \[(.*)\]/.exec(told)?.[1],
    names: [...told.matchAll(/\(NEEDED\)\s+Shared library: \[(.*)\]/g)]
      .map(([, name = ""]) => name)
      .join(" "),
  };
}

/** Reads one file of a package, `path` as in its list. */
function look(tree: string, path: string, found: Found): void {
  const program = /^(?:\/usr)?\/s?bin\/[^/]+$/.test(path);
  const library = /^(?:\/usr)?\/lib\/x86_64-linux-gnu\/[^/]+\.so(?:\.[^/]*)?$/.test(path);
  if ((!program && !library) || !existsSync(join(tree, path)) || !lstatSync(join(tree, path)).isFile())
    return;
  const it = needed(join(tree, path));
  if (!it) return;
  if (program) found.programs[path] = it.names;
  else if (it.soname !== undefined)
    found.libraries[`${path.slice(0, path.lastIndexOf("/"))}/${it.soname}`] = it.names;
}

const own = execFileSync("chroot", [root, "dpkg-query", "-W", "-f=${binary:Package}\\n"], {
  encoding: "utf8",
})
  .split("\n")
  .filter(Boolean);
for (const shown of own) {
  const name = shown.replace(/:.*/, "");
  if (read[name]) continue;
  const list = execFileSync("chroot", [root, "dpkg-query", "-L", shown], { encoding: "utf8" }).split("\n");
  const found: Found = { programs: {}, libraries: {} };
  for (const path of list) look(root, path, found);
  read[name] = found;
}

const wanted = new Set<string>();
for (const { without } of Object.values(requested)) {
  if (typeof without === "string" || without.length > 120) continue;
  for (const one of without) {
    if (/^(fonts|python3-|node-|ruby-|perl-modules)|-(data|common|doc|dev)$/.test(one)) continue;
    if ((packages[one]?.download ?? LIMIT) < LIMIT) wanted.add(one);
  }
}
for (const name of [...wanted].sort()) {
  if (read[name]) continue;
  const folder = `${root}/var/tmp/d`;
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    execFileSync("chroot", [root, "sh", "-c", `cd /var/tmp/d && apt-get -qq download ${name}`], {
      stdio: "ignore",
    });
    const [file = ""] = readdirSync(folder);
    execFileSync("dpkg-deb", ["-x", `${folder}/${file}`, `${folder}/x`]);
    const found: Found = { programs: {}, libraries: {} };
    for (const at of readdirSync(`${folder}/x`, { recursive: true, encoding: "utf8" }))
      look(`${folder}/x`, `/${at}`, found);
    read[name] = found;
  } catch (error) {
    process.stderr.write(`${name}: ${String(error).split("\n")[0]}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const made = execFileSync("date", ["-u", "+%F"], { encoding: "utf8" }).trim();
process.stdout.write(
  `${JSON.stringify({ source: `readelf -d of the packages of the Debian archive, read on ${made}`, packages: read }, undefined, 1)}\n`,
);
