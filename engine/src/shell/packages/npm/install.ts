import { notSimulated } from "../../../core/engine-error.ts";
import { join } from "../../../vfs/path.ts";
import type { Process } from "../../process.ts";
import { lockedTree, lockProblems } from "./check-lock.ts";
import { idealTree, type PlacedPackage, reachable } from "./ideal-tree.ts";
import { type Lock, readLock, writeLock } from "./lock-file.ts";
import { fillCache } from "./npm-cache.ts";
import { npmError } from "./npm-error.ts";
import { fillNodeModules, presentPackages, presentVersion } from "./node-modules.ts";
import { npmPackage, type NpmPackage } from "./npm-catalogue.ts";
import { type NpmFlags, npmSetting, omitsDevelopment } from "./npm-flags.ts";
import { type Manifest, readManifest } from "./read-manifest.ts";
import { tellUnreachable } from "./unreachable.ts";
import { report } from "./report.ts";

const CI_NEEDS_LOCK = [
  "code EUSAGE",
  "",
  "The `npm ci` command can only install with an existing package-lock.json or",
  "npm-shrinkwrap.json with lockfileVersion >= 1. Run an install with npm@5 or",
  "later to generate a package-lock.json file, then try again.",
];

/** npm's words where it may not write. @returns its exit status */
export const denied = (process: Process, path: string): number =>
  npmError(process, [
    "code EACCES",
    "syscall mkdir",
    `path ${path}`,
    "errno -13",
    `Error: EACCES: permission denied, mkdir '${path}'`,
  ]);

/** What lies in node_modules, as far as the catalogue knows it. */
function presentTree(process: Process): Map<string, NpmPackage> {
  const found = new Map<string, NpmPackage>();
  for (const path of presentPackages(process, process.cwd)) {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const it = npmPackage(name, presentVersion(process, join(process.cwd, path)) ?? "");
    if (it) found.set(path, it);
  }
  return found;
}

/** The tree for what is asked: what a lock file has, where the catalogue knows each, or else what lies there, stays. */
function treeOf(
  process: Process,
  manifest: Manifest,
  lock: Lock | undefined,
  development: boolean,
  exact: Readonly<Record<string, string>>,
): PlacedPackage[] {
  const production = { ...manifest.dependencies, ...manifest.optionalDependencies };
  const asked = development ? { ...manifest.devDependencies, ...production } : production;
  const locked = lock ? lockedTree(lock) : [];
  const known = locked.length > 0 && locked.every(({ it }) => npmPackage(it.name, it.version));
  const start = known ? new Map(locked.map((one) => [one.path, one.it])) : presentTree(process);
  const wanted = known ? { ...manifest.devDependencies, ...production } : asked;
  const chosen = Object.fromEntries(
    Object.entries(wanted).map(([name, range]) => [name, exact[name] ?? range]),
  );
  const tree = idealTree(process.kernel, chosen, start);
  const kept = reachable(tree, Object.keys(asked));
  return tree.filter(({ path }) => kept.has(path));
}

/**
 * How many packages a lock file names, with those for development or without; undefined where it names none, or some that may be
 * for another platform.
 */
function lockedPackages({ packages }: Lock, development: boolean): number | undefined {
  const all = Object.entries(packages ?? {}).filter(([path]) => path.startsWith("node_modules/"));
  if (all.length === 0 || all.some(([, { optional }]) => optional)) return undefined;
  return all.filter(([, { dev, link }]) => !link && (development || !dev)).length;
}

/**
 * Brings node_modules to what package.json says.
 * @param saves whether package-lock.json is written where it lacks something
 * @param exact versions that were named just now
 */
export function reify(
  process: Process,
  flags: NpmFlags,
  manifest: Manifest,
  lock: Lock | undefined,
  saves: boolean,
  exact: Readonly<Record<string, string>> = {},
): number {
  const development = !omitsDevelopment(process, flags);
  const tree = treeOf(process, manifest, lock, development, exact);
  const began = process.kernel.now();
  const missing = tree
    .filter(({ path, it }) => presentVersion(process, join(process.cwd, path)) !== it.version)
    .sort((a, b) => (a.path < b.path ? -1 : 1))[0];
  if (missing && process.kernel.network.address === null) {
    const { name, version } = missing.it;
    const file = `${name.slice(name.lastIndexOf("/") + 1)}-${version}.tgz`;
    return tellUnreachable(process, lock ? `${name}/-/${file}` : name.replace("/", "%2f"));
  }
  process.kernel.elapse(700);
  const done = fillNodeModules(process, process.cwd, tree, join(process.cwd, "node_modules/.bin"));
  if (typeof done === "string") return denied(process, done);
  const asked = Object.keys({ ...manifest.devDependencies, ...manifest.dependencies });
  fillCache(
    process,
    tree.flatMap(({ path, it }) =>
      asked.includes(it.name) && path === `node_modules/${it.name}` ? [[it.name, it.version] as const] : [],
    ),
  );
  if (saves && npmSetting(process, flags, "package-lock") !== "false") {
    const complete = development ? tree : treeOf(process, manifest, lock, true, exact);
    writeLock(process, manifest, complete);
  }
  const counted =
    lock && done.removed + done.changed === 0 && done.added > 0
      ? lockedPackages(lock, development)
      : undefined;
  const total = tree.reduce((sum, { it }) => sum + it.packages, 0);
  report(
    process,
    flags,
    { ...done, ...(counted !== undefined && { added: counted }), audited: (counted ?? total) + 1 },
    began,
  );
  return 0;
}

/** `npm ci`, and `npm install` without names. */
export function install(process: Process, flags: NpmFlags, clean: boolean): number {
  const read = readManifest(process);
  if ("error" in read) return npmError(process, read.error);
  if (read.workspaces !== undefined) throw notSimulated("npm with workspaces", "install those as well");
  const lock = readLock(process, read);
  if (clean) {
    if (!lock) return npmError(process, CI_NEEDS_LOCK);
    const problems = lockProblems(process.kernel, lock, read);
    if (problems.length > 0) return npmError(process, problems);
  }
  for (const old of ["production", "only"])
    if (flags.value(old) !== undefined)
      process.stderr.write(`npm warn config ${old} Use \`--omit=dev\` instead.\n`);
  if (clean) process.spawn(["rm", "-rf", join(process.cwd, "node_modules")]);
  const inSync = lock !== undefined && (clean || lockProblems(process.kernel, lock, read).length === 0);
  return reify(process, flags, read, inSync ? lock : undefined, !clean && !inSync);
}
