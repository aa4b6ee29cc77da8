import { notSimulated } from "../../../core/engine-error.ts";
import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { findNpmTree } from "./npm-catalogue.ts";
import type { Manifest } from "./read-manifest.ts";
import { satisfiesRange } from "./semver-range.ts";

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
}

/** package-lock.json as far as `npm ci` hangs on it; a file without `packages` tells nothing of them. */
export interface Lock {
  readonly packages?: Readonly<Record<string, LockedPackage>>;
}

const OUT_OF_SYNC =
  "`npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. Please update your lock file with `npm install` before continuing.";

export function readLock(process: Process): Lock | undefined {
  for (const name of ["npm-shrinkwrap.json", "package-lock.json"]) {
    const content = process.files.read(join(process.cwd, name));
    if (typeof content === "string") continue;
    try {
      return JSON.parse(content.text ?? "") as Lock;
    } catch {
      throw notSimulated(`npm with a ${name} that is not JSON`, "say where the file breaks");
    }
  }
  return undefined;
}

/**
 * Does the lock file hold what the manifest asks for? @returns the lines that npm prints where it does not
 * @throws {EngineError} NOT_SIMULATED where those lines would name what only the registry knows
 */
export function lockProblems(lock: Lock, manifest: Manifest): readonly string[] {
  const { packages } = lock;
  if (!packages || Object.keys(packages).length === 0) return [];
  const lines: string[] = [];
  const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  for (const [name, range] of asked.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const locked = packages[`node_modules/${name}`];
    if (locked?.link) continue;
    const fits = locked?.version === undefined ? false : satisfiesRange(locked.version, range);
    if (fits !== false) continue;
    const tree = findNpmTree(name);
    const alone = tree?.packages === 1 && satisfiesRange(tree.version, range) === true;
    if (!alone)
      throw notSimulated(
        `npm ci where package.json asks for ${name}@${range} and the lock file ${locked?.version === undefined ? "lacks it" : `has ${locked.version}`}`,
        "refuse: both files must be in sync, and it names all that is missing",
      );
    lines.push(
      locked?.version === undefined
        ? `Missing: ${name}@${tree.version} from lock file`
        : `Invalid: lock file's ${name}@${locked.version} does not satisfy ${name}@${tree.version}`,
    );
  }
  return lines.length === 0 ? [] : ["code EUSAGE", "", OUT_OF_SYNC, "", ...lines, ""];
}

/** How many packages a lock file names, with those for development or without; undefined where it names none. */
export function lockedPackages({ packages }: Lock, development: boolean): number | undefined {
  const all = Object.entries(packages ?? {}).filter(([path]) => path.startsWith("node_modules/"));
  // What is optional may be for another platform: then the lock file alone does not tell.
  if (all.length === 0 || all.some(([, { optional }]) => optional)) return undefined;
  return all.filter(([, { dev, link }]) => !link && (development || !dev)).length;
}
