/**
 * Digests of wheels: what `pip install --require-hashes` compares, and what the index makes their addresses from.
 *
 *   node scripts/bases/read-hashes.ts FOLDER... > facts/wheel-hashes.json
 *
 * Takes the wheels that the catalogue holds (engine/bases/packages/pip.json), by file name. An address at
 * files.pythonhosted.org has the BLAKE2b-256 digest of the file in it, cut after two and four digits.
 */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import catalogue from "../../engine/bases/packages/pip.json" with { type: "json" };

const canonical = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, "-");
const held = new Set(
  [...catalogue.wheels, ...catalogue.older].map(
    ([name, version]) => `${canonical(String(name))} ${String(version)}`,
  ),
);
const digest = (program: readonly string[], path: string): string =>
  execFileSync(program[0] ?? "", [...program.slice(1), path], { encoding: "utf8" }).split(" ")[0] ?? "";

const found: Record<string, readonly [sha256: string, blake2: string]> = {};
for (const folder of process.argv.slice(2)) {
  for (const file of readdirSync(folder).toSorted()) {
    const [, name = "", version = ""] = /^(.+?)-([0-9][^-]*)-.+\.whl$/.exec(file) ?? [];
    if (!held.has(`${canonical(name)} ${version}`)) continue;
    const path = `${folder}/${file}`;
    found[file] ??= [digest(["sha256sum"], path), digest(["b2sum", "-l", "256"], path)];
  }
}
process.stdout.write(
  `${JSON.stringify({ source: "sha256sum and b2sum of the wheels of the catalogue", files: found }, undefined, 1)}\n`,
);
