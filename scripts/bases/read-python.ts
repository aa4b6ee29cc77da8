/**
 * Lists a CPython prefix (`make install`) as the layer `usr/local` of the official python images.
 *
 *   node scripts/bases/read-python.ts PREFIX 3.13 > scripts/bases/facts/python-3.13.json
 *
 * Leaves out what the images' Dockerfile removes (tests, byte code, static library), packages that were added with pip, and the
 * symlinks that a later layer makes. Top-level modules are listed by name; packages below are counted.
 */
import { lstatSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";

const [prefix = "", version = ""] = process.argv.slice(2);
const library = `lib/python${version}`;
const GONE = /(^|\/)(test|tests|idle_test|__pycache__)$|\.py[co]$|libpython.*\.a$/;
const OWN = new RegExp(`^(idle3|pip3|pydoc3|python3)|^2to3-${version}$|^python${version}`);
const LATER = new Set(["idle", "pip", "pydoc", "python", "python-config", "2to3"]);

const directories: Record<string, string> = {};

const count = (path: string): { files: number; bytes: number } => {
  const total = { files: 0, bytes: 0 };
  for (const name of readdirSync(join(prefix, path))) {
    if (GONE.test(name)) continue;
    const stat = lstatSync(join(prefix, path, name));
    if (stat.isDirectory()) {
      const below = count(`${path}/${name}`);
      total.files += below.files;
      total.bytes += below.bytes;
    } else if (stat.isFile()) {
      total.files += 1;
      total.bytes += stat.size;
    }
  }
  return total;
};

const counted = (path: string): void => {
  const { files, bytes } = count(path);
  directories[`usr/local/${path}`] = files ? `+${files},${bytes}` : "";
};

const list = (path: string, keep: (name: string) => boolean): void => {
  const tokens: string[] = [];
  for (const name of readdirSync(join(prefix, path)).sort()) {
    if (GONE.test(name) || !keep(name)) continue;
    const at = join(prefix, path, name);
    const stat = lstatSync(at);
    if (stat.isSymbolicLink()) tokens.push(`${name}>${readlinkSync(at)}`);
    else if (stat.isFile()) {
      const program = name.startsWith("pip") ? "=pip" : name.endsWith("-config") ? "=python3-config" : "";
      tokens.push(path === "bin" ? `${name}*${stat.size}${program}` : `${name}:${stat.size}`);
    } else if (path === library && name !== "site-packages") counted(`${path}/${name}`);
  }
  directories[`usr/local/${path}`] = tokens.join(" ");
};

list("bin", (name) => OWN.test(name) && !LATER.has(name));
list("lib", (name) => name.startsWith("libpython"));
list(library, () => true);
counted("include");
counted("share");
directories["usr/local/lib/pkgconfig"] = "+4,1370";

const site = `${library}/site-packages`;
directories[`usr/local/${site}`] = "README.txt:119";
let pip = "";
for (const name of readdirSync(join(prefix, site))) {
  if (name === "pip") counted(`${site}/pip`);
  pip = /^pip-(.*)\.dist-info$/.exec(name)?.[1] ?? pip;
}
const source = `CPython ${version}: make install, as the official Dockerfile does`;
process.stdout.write(`${JSON.stringify({ source, pip, directories }, undefined, 1)}\n`);
