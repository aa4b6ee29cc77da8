/**
 * Measures what `npm install` of one package brings, each on its own with an empty cache.
 *
 *   node scripts/bases/read-npm.ts FOLDER [EARLIER] < facts/npm-names.txt > facts/npm-trees.json
 *
 * FOLDER is any empty folder. Each line names what is installed together (`react react-dom`, `express@4`). Needs npm 11 and its
 * registry; scripts of packages are not run. EARLIER is a file of the same kind: its lines are not measured again.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Locked {
  version: string;
  optional?: boolean;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}
interface Tree {
  cache: [files: number, bytes: number];
  /** Size of package-lock.json. */
  lock: number;
  /** Who looks for funding, as npm counts them. */
  funding: number;
  packages: Record<
    string,
    {
      version: string;
      files: number;
      bytes: number;
      bin?: Record<string, string>;
      dependencies?: Record<string, string>;
    }
  >;
}

const [folder = "", earlier] = process.argv.slice(2);
const lines = readFileSync(0, "utf8")
  .split("\n")
  .map((line) => line.trim())
  .filter(Boolean);

/** Files and bytes below a path; folders of other packages are left to them. */
function measure(path: string, nested = true): [files: number, bytes: number] {
  let [files, bytes] = [0, 0];
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (!nested && entry.name === "node_modules") continue;
    const child = join(path, entry.name);
    if (entry.isDirectory()) {
      const [more, weight] = measure(child, nested);
      files += more;
      bytes += weight;
    } else if (entry.isFile()) {
      files += 1;
      bytes += statSync(child).size;
    }
  }
  return [files, bytes];
}

const done =
  earlier !== undefined && existsSync(earlier)
    ? (JSON.parse(readFileSync(earlier, "utf8")) as { trees: Record<string, Tree> }).trees
    : {};
const trees: Record<string, Tree> = {};
for (const line of lines) {
  const known = done[line];
  if (known) {
    trees[line] = known;
    continue;
  }
  const work = join(folder, "work");
  const cache = join(folder, "cache");
  for (const path of [work, cache]) rmSync(path, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, "package.json"), "{}\n");
  try {
    const said = execFileSync(
      "npm",
      ["install", "--ignore-scripts", "--no-audit", "--cache", cache, ...line.split(" ")],
      { cwd: work, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 120_000 },
    );
    const lock = JSON.parse(readFileSync(join(work, "node_modules/.package-lock.json"), "utf8")) as {
      packages: Record<string, Locked>;
    };
    trees[line] = {
      cache: measure(join(cache, "_cacache")),
      lock: statSync(join(work, "package-lock.json")).size,
      funding: Number(/^(\d+) packages? (?:are|is) looking for funding/m.exec(said)?.[1] ?? 0),
      packages: Object.fromEntries(
        Object.entries(lock.packages)
          .filter(([path]) => existsSync(join(work, path)))
          .map(([path, it]) => {
            const [files, bytes] = measure(join(work, path), false);
            const { version, bin } = it;
            const peers = Object.entries(it.peerDependencies ?? {}).filter(
              ([name]) => !it.peerDependenciesMeta?.[name]?.optional,
            );
            const optional = Object.entries(it.optionalDependencies ?? {}).filter(([name]) =>
              Object.keys(lock.packages).some(
                (one) => one.endsWith(`node_modules/${name}`) && existsSync(join(work, one)),
              ),
            );
            const dependencies = { ...it.dependencies, ...Object.fromEntries([...optional, ...peers]) };
            return [
              path.slice("node_modules/".length),
              { version, files, bytes, ...(bin && { bin }), dependencies },
            ];
          }),
      ),
    };
    process.stderr.write(`${line}: ${Object.keys(trees[line].packages).length} packages\n`);
  } catch (error) {
    process.stderr.write(`${line}: ${String(error).split("\n")[0]}\n`);
  }
}
const made = execFileSync("date", ["-u", "+%F"], { encoding: "utf8" }).trim();
const version = execFileSync("npm", ["--version"], { encoding: "utf8" }).trim();
process.stdout.write(
  `${JSON.stringify({ source: `measured ${made} with npm ${version}: \`npm install --ignore-scripts\` of each line on its own with an empty cache`, trees }, undefined, 1)}\n`,
);
