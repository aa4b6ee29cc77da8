import { catalogueParts } from "../catalogue-parts.ts";

/** What `npm install` of one or more names leaves in node_modules, measured on its own. */
export interface NpmTree {
  readonly names: readonly string[];
  readonly version: string;
  readonly bytes: number;
  readonly files: number;
  /** Packages in node_modules, the named ones included. */
  readonly packages: number;
  readonly ownBytes: number;
  /** What a first install leaves in npm's cache: archives and what the registry says of the packages. */
  readonly cacheFiles: number;
  readonly cacheBytes: number;
}

type NpmRow = readonly [
  names: string,
  version: string,
  bytes: number,
  files: number,
  packages: number,
  ownBytes: number,
  cacheFiles?: number,
  cacheBytes?: number,
];

/** The tree that this package is part of; undefined where the catalogue has none. */
export function findNpmTree(name: string): NpmTree | undefined {
  const row = (catalogueParts.npm.data.trees as NpmRow[]).find(([names]) => names.split(" ").includes(name));
  if (!row) return undefined;
  const [names, version, bytes, files, packages, ownBytes, cacheFiles = 0, cacheBytes = 0] = row;
  return { names: names.split(" "), version, bytes, files, packages, ownBytes, cacheFiles, cacheBytes };
}
