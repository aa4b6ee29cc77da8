import { notSimulated } from "../../../core/engine-error.ts";
import type { Kernel } from "../../process.ts";
import { npmOffers, npmPackage, type NpmPackage, resolvedVersion } from "./npm-catalogue.ts";
import { satisfiesRange } from "./semver-range.ts";

/** One package in its place. */
export interface PlacedPackage {
  /** Below the project, with every node_modules on the way: `node_modules/send/node_modules/ms`. */
  readonly path: string;
  readonly it: NpmPackage;
}

const FOLDER = "node_modules/";
/** The place around: of `node_modules/send/node_modules/ms` that is `node_modules/send`, of that the project, ``. */
const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf(FOLDER) - 1));
const inside = (path: string, name: string): string => `${path === "" ? "" : `${path}/`}${FOLDER}${name}`;
const depth = (path: string): number => path.split(FOLDER).length;

/** Does that version do for that range? Ranges that are not understood are met by what npm took for them. */
const meets = (name: string, version: string, range: string): boolean =>
  satisfiesRange(version, range) ?? resolvedVersion(name, range) === version;

/**
 * The version for a range that somebody typed or that stands in package.json: the newest that fits.
 * @throws {EngineError} NOT_SIMULATED where the catalogue does not know which that is
 */
export function askedVersion(name: string, range: string): string {
  const exact = range.replace(/^[v=]+/, "");
  if (/^\d+\.\d+\.\d+$/.test(exact) && npmPackage(name, exact)) return exact;
  const offers = npmOffers(name);
  if (offers.length === 0)
    throw notSimulated(
      `npm install of ${name}: the package is not in Drydock's catalogue`,
      "ask the npm registry for it",
    );
  const found = offers.find((version) => meets(name, version, range));
  if (found === undefined)
    throw notSimulated(
      `npm install of ${name}@${range}: Drydock's catalogue has ${offers.join(", ")}`,
      "take the version that fits",
    );
  return found;
}

/**
 * Where npm puts what a project asks for: each package as far up as no other version stands in its way, what is asked for by name
 * first (@npmcli/arborist, lib/arborist/build-ideal-tree.js: a queue in order of depth and path). In the order in which it finds them.
 * @param asked ranges by name
 * @param locked what a lock file has by its places, which stays unless something else is asked for
 * @throws {EngineError} NOT_SIMULATED for what the catalogue lacks
 */
export function idealTree(
  kernel: Kernel,
  asked: Readonly<Record<string, string>>,
  locked: ReadonlyMap<string, NpmPackage> = new Map(),
): PlacedPackage[] {
  const placed = new Map(locked);
  const fresh = new Set<string>();
  const wants = new Map<string, Readonly<Record<string, string>>>([
    ["", asked],
    ...[...locked].map(([path, { dependencies }]) => [path, dependencies] as const),
  ]);
  /** What is found for a name from a place: the nearest node_modules that has it. */
  const visible = (from: string, name: string): NpmPackage | undefined => {
    for (let at = from; ; at = above(at)) {
      const found = placed.get(inside(at, name));
      if (found || at === "") return found;
    }
  };
  /** Would anybody below this place be given the wrong version, who has the right one now? */
  const disturbs = (at: string, name: string, version: string): boolean =>
    [...wants].some(([place, ranges]) => {
      const range = ranges[name];
      if (range === undefined || !(at === "" || place === at || place.startsWith(`${at}/`))) return false;
      const now = visible(place, name);
      return now !== undefined && meets(name, now.version, range) && !meets(name, version, range);
    });
  const queue = [""];
  while (queue.length > 0) {
    queue.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
    const from = queue.shift() ?? "";
    const ranges = wants.get(from) ?? {};
    for (const name of Object.keys(ranges).sort((a, b) => a.localeCompare(b, "en"))) {
      kernel.spend(1 + Math.ceil(placed.size / 16));
      const range = ranges[name] ?? "";
      const there = visible(from, name);
      if (there && meets(name, there.version, range)) continue;
      const version = from === "" ? askedVersion(name, range) : resolvedVersion(name, range);
      const it = version === undefined ? undefined : npmPackage(name, version);
      if (!it)
        throw notSimulated(`npm install of ${name}@${range}: not in Drydock's catalogue`, "fetch it as well");
      let at = from;
      while (at !== "" && !placed.has(inside(above(at), name)) && !disturbs(above(at), name, it.version))
        at = above(at);
      const path = inside(at, name);
      // Who was given the version that stood here is asked again.
      if (placed.has(path)) for (const [place, other] of wants) if (name in other) queue.push(place);
      placed.set(path, it);
      fresh.add(path);
      wants.set(path, it.dependencies);
      queue.push(path);
      for (const one of it.along) {
        const other = npmPackage(one, it.version);
        if (other && !placed.has(inside("", one))) placed.set(inside("", one), other);
      }
    }
  }
  return [...fresh, ...[...placed.keys()].filter((path) => !fresh.has(path))].flatMap((path) => {
    const it = placed.get(path);
    return it ? { path, it } : [];
  });
}

/** Those of a tree that are there for these names alone: what nothing else leads to. */
export function reachable(tree: readonly PlacedPackage[], names: readonly string[]): Set<string> {
  const byPath = new Map(tree.map(({ path, it }) => [path, it]));
  const found = new Set<string>();
  const visit = (from: string, name: string): void => {
    for (let at = from; ; at = above(at)) {
      const path = inside(at, name);
      const it = byPath.get(path);
      if (it) {
        if (found.has(path)) return;
        found.add(path);
        for (const next of [...Object.keys(it.dependencies), ...it.along]) visit(path, next);
        return;
      }
      if (at === "") return;
    }
  };
  for (const name of names) visit("", name);
  return found;
}
