import type { Kernel } from "../../process.ts";
import { idealTree, type PlacedPackage } from "./ideal-tree.ts";
import type { Lock } from "./lock-file.ts";
import { npmPackage, type NpmPackage } from "./npm-catalogue.ts";
import type { Manifest } from "./read-manifest.ts";

const OUT_OF_SYNC =
  "`npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. Please update your lock file with `npm install` before continuing.";

/** The packages of a lock file in their places, counted where the catalogue knows them. */
export function lockedTree({ packages }: Lock): PlacedPackage[] {
  return Object.entries(packages ?? {}).flatMap(([path, entry]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    if (!path.includes("node_modules/") || entry.link) return [];
    const known = npmPackage(name, entry.version ?? "");
    const it: NpmPackage = {
      name,
      version: entry.version ?? "",
      files: known?.files ?? 1,
      bytes: known?.bytes ?? 0,
      packages: 1,
      dependencies: entry.dependencies ?? known?.dependencies ?? {},
      bin: known?.bin ?? {},
      along: [],
    };
    return { path, it };
  });
}

/**
 * Does the lock file hold what the manifest asks for? @returns the lines that npm prints where it does not
 * (lib/utils/validate-lockfile.js), without the usage that follows
 * @throws {EngineError} NOT_SIMULATED where those lines would name what only the registry knows
 */
export function lockProblems(kernel: Kernel, lock: Lock, manifest: Manifest): readonly string[] {
  const locked = new Map(lockedTree(lock).map((one) => [one.path, one.it]));
  const linked = Object.entries(lock.packages ?? {}).flatMap(([path, { link }]) => (link ? path : []));
  if (Object.keys(lock.packages ?? {}).length === 0) return [];
  const asked = { ...manifest.devDependencies, ...manifest.dependencies };
  for (const path of linked) delete asked[path.slice("node_modules/".length)];
  const lines: string[] = [];
  for (const { path, it } of idealTree(kernel, asked, locked)) {
    const there = locked.get(path);
    if (!there) lines.push(`Missing: ${it.name}@${it.version} from lock file`);
    else if (there.version !== it.version)
      lines.push(
        `Invalid: lock file's ${there.name}@${there.version} does not satisfy ${it.name}@${it.version}`,
      );
  }
  return lines.length === 0 ? [] : ["code EUSAGE", "", OUT_OF_SYNC, "", ...lines, ""];
}
