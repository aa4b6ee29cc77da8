import { catalogueParts } from "../catalogue-parts.ts";
import { satisfiesRange } from "./semver-range.ts";

/** One version of a package, as it lies in a node_modules folder; packages nested in it are not counted. */
export interface NpmPackage {
  readonly name: string;
  readonly version: string;
  readonly files: number;
  readonly bytes: number;
  /** Packages that stand in it uncounted, and itself: 1 unless only the sum of a whole tree was measured. */
  readonly packages: number;
  /** What it asks for: ranges by name. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Paths in it by the name of the command. */
  readonly bin: Readonly<Record<string, string>>;
  /** Others that were measured together with it, and lie uncounted beside it. */
  readonly along: readonly string[];
}

/** What a first install of a package leaves in npm's cache: archives and what the registry says of the packages. */
export interface CacheShare {
  readonly files: number;
  readonly bytes: number;
}

/** Columns of `trees`: measured as a whole. */
type TreeRow = readonly [
  names: string,
  version: string,
  bytes: number,
  files: number,
  packages: number,
  ownBytes: number,
  cacheFiles?: number,
  cacheBytes?: number,
];
/** Columns of `packages`. */
type PackageRow = readonly [
  files: number,
  bytes: number,
  dependencies?: Readonly<Record<string, string>>,
  bin?: Readonly<Record<string, string>>,
];
/** Columns of `offers`: versions that can be asked for, newest first; each is the newest of its major version. */
type OfferRow = readonly [version: string, cacheFiles: number, cacheBytes: number];

const trees = (): readonly TreeRow[] => catalogueParts.npm.data.trees as TreeRow[];
const offersOf = (name: string): readonly OfferRow[] =>
  (catalogueParts.npm.data.offers[name] ?? []) as readonly OfferRow[];

function wholeTree(name: string): NpmPackage | undefined {
  const row = trees().find(([names]) => names.split(" ").includes(name));
  if (!row) return undefined;
  const [names, version, bytes, files, packages] = row;
  const all = names.split(" ");
  const first = all[0] === name;
  const along = all.filter((one) => one !== name);
  const counted = first
    ? { files, bytes, packages: packages - along.length }
    : { files: 1, bytes: 0, packages: 1 };
  return { name, version, ...counted, dependencies: {}, bin: {}, along };
}

/** That version; undefined where the catalogue lacks it. */
export function npmPackage(name: string, version: string): NpmPackage | undefined {
  const row = catalogueParts.npm.data.packages[`${name}@${version}`] as PackageRow | undefined;
  if (!row) return wholeTree(name)?.version === version ? wholeTree(name) : undefined;
  const [files, bytes, dependencies = {}, bin = {}] = row;
  return { name, version, files, bytes, packages: 1, dependencies, bin, along: [] };
}

/** Versions that somebody may ask for, newest first. */
export const npmOffers = (name: string): readonly string[] => {
  const offers = offersOf(name).map(([version]) => version);
  const whole = wholeTree(name)?.version;
  return offers.length > 0 || whole === undefined ? offers : [whole];
};

/** The version that npm took for this range when the tree around it was measured. */
export const resolvedVersion = (name: string, range: string): string | undefined =>
  catalogueParts.npm.data.resolved[`${name}@${range}`] ??
  npmOffers(name).find((version) => satisfiesRange(version, range) === true);

export function cacheShare(name: string, version: string): CacheShare {
  const [, files = 0, bytes = 0] = offersOf(name).find(([one]) => one === version) ?? [];
  const row = trees().find(([names]) => names.split(" ")[0] === name);
  return files > 0 || !row ? { files, bytes } : { files: row[6] ?? 0, bytes: row[7] ?? 0 };
}
