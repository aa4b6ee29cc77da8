/** What `read-npm.ts` measured of one line. */
interface MeasuredTree {
  cache: [files: number, bytes: number];
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
/** A tree that was measured as a whole. */
interface WholeTree {
  version: string;
  node_modules_bytes: number;
  files: number;
  packages: number;
  own_bytes: number;
}

/** Order of two versions of npm's by their three numbers. */
const compareSemver = (a: string, b: string): number => {
  const [x, y] = [a, b].map((one) => one.split(/[.-]/).slice(0, 3).map(Number));
  return [0, 1, 2].map((at) => (x?.[at] ?? 0) - (y?.[at] ?? 0)).find((one) => one !== 0) ?? 0;
};

/** packages/npm.json: rows as engine/src/shell/packages/npm/npm-catalogue.ts reads them. */
export function npmCatalogue(
  measured: { source: string; trees: Record<string, MeasuredTree> },
  whole: Record<string, WholeTree>,
  caches: Record<string, readonly number[]>,
): Record<string, unknown> {
  const npmPackages = new Map<string, readonly unknown[]>();
  const npmResolved = new Map<string, string>();
  const npmOffers = new Map<string, (readonly [version: string, files: number, bytes: number])[]>();
  const major = (version: string): number => Number.parseInt(version, 10);
  for (const [line, { packages, cache }] of Object.entries(measured.trees)) {
    /** The version that a package at this path is given for a name: the nearest above it. */
    const seen = (path: string, name: string): string | undefined => {
      for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
        const found = packages[`${at}/node_modules/${name}`];
        if (found) return found.version;
      }
      return packages[name]?.version;
    };
    const asked = line.split(" ").map((one) => one.replace(/(.)@.*$/, "$1"));
    for (const [path, it] of Object.entries(packages)) {
      const name = path.split("node_modules/").at(-1) ?? path;
      const dependencies = Object.fromEntries(
        Object.entries(it.dependencies ?? {}).filter(([one]) => seen(path, one) !== undefined),
      );
      for (const [one, range] of Object.entries(dependencies)) {
        const version = seen(path, one);
        const before = npmResolved.get(`${one}@${range}`);
        if (version !== undefined && (before === undefined || compareSemver(before, version) < 0))
          npmResolved.set(`${one}@${range}`, version);
      }
      npmPackages.set(`${name}@${it.version}`, [
        it.files,
        it.bytes,
        ...(Object.keys(dependencies).length > 0 || it.bin ? [dependencies] : []),
        ...(it.bin ? [it.bin] : []),
      ]);
    }
    for (const [at, name] of asked.entries()) {
      const version = packages[name]?.version;
      if (version === undefined) continue;
      const share = at === 0 ? cache : ([0, 0] as const);
      npmOffers.set(
        name,
        [...(npmOffers.get(name) ?? []), [version, ...share] as const].sort(
          (a, b) => major(b[0]) - major(a[0]),
        ),
      );
    }
  }
  return {
    source: `${measured.source}; \`trees\`: the same on the same day, each as a whole`,
    packages: Object.fromEntries([...npmPackages].sort(([a], [b]) => (a < b ? -1 : 1))),
    offers: Object.fromEntries([...npmOffers].sort(([a], [b]) => (a < b ? -1 : 1))),
    resolved: Object.fromEntries([...npmResolved].sort(([a], [b]) => (a < b ? -1 : 1))),
    trees: Object.entries(whole)
      .filter(([names]) => !names.split(" ").every((name) => npmOffers.has(name)))
      .map(([names, it]) => [
        names,
        it.version,
        it.node_modules_bytes,
        it.files,
        it.packages,
        it.own_bytes,
        ...(caches[names] ?? []),
      ]),
  };
}
