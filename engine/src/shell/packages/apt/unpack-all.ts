import type { DpkgPackage } from "../dpkg-status.ts";
import { aptCost } from "./apt-cost.ts";
import type { AptPackage } from "./apt-catalogue.ts";
import type { AptSession } from "./apt-session.ts";
import { configureWords } from "./configure-words.ts";
import { dpkgFileName, shownName, shortPath } from "./deb-name.ts";
import { hasList, listedPaths, removeFiles, unpack } from "./package-files.ts";

/** Where dpkg finds the archives, and what it is told of them. */
export interface Archives {
  /** The path that dpkg is given. */
  pathOf(it: AptPackage, at: number): string;
  /** Each package of the base that is upgraded has a run of dpkg's own, as apt asks for it (read in both suites). */
  readonly upgradesApart: boolean;
}

/** The folder of apt's downloads; from six packages on dpkg is given links to them. */
export const fromApt = (packages: readonly AptPackage[]): Archives => ({
  upgradesApart: true,
  pathOf(it, at) {
    const digits = String(packages.length).length;
    const folder =
      packages.length > 5
        ? `/tmp/apt-dpkg-install-XXXXXX/${String(at).padStart(digits, "0")}-`
        : "/var/cache/apt/archives/";
    return shortPath(folder + dpkgFileName(it));
  },
});

const rowOf = (it: AptPackage, old: DpkgPackage | undefined): DpkgPackage => ({
  name: it.name,
  version: it.version,
  kib: it.kib,
  architecture: it.architecture,
  section: it.section,
  priority: old?.priority ?? "optional",
  essential: old?.essential ?? false,
  summary: it.summary,
  depends: it.depends.join(", "),
  removed: false,
});

/** dpkg's part of an installation: it is not quieter than `-qq` makes apt. The database is changed, not saved. */
export function unpackAll(session: AptSession, packages: readonly AptPackage[], archives: Archives): void {
  const { process, catalogue, installed, status } = session;
  const { stdout, kernel } = process;
  const news = packages.filter(({ name }) => !installed.has(name));
  const upgrades = packages.filter(({ name }) => installed.has(name));
  const runs = archives.upgradesApart
    ? [...upgrades.map((it) => [it]), ...(news.length > 0 ? [news] : [])]
    : [packages];
  const archivePaths = archives.upgradesApart ? [...news] : [...packages];
  for (const run of runs) {
    const entries = catalogue.archive.databaseEntries + listedPaths(process);
    for (const [at, it] of run.entries()) {
      const old = installed.get(it.name);
      const over = old === undefined ? "" : ` over (${old.version})`;
      if (old === undefined) stdout.write(`Selecting previously unselected package ${shownName(it)}.\n`);
      if (at === 0)
        stdout.write(`(Reading database ... ${entries} files and directories currently installed.)\n`);
      const path = archives.pathOf(it, Math.max(0, archivePaths.indexOf(it)));
      stdout.write(
        `Preparing to unpack ${path} ...\nUnpacking ${shownName(it)} (${it.version})${over} ...\n`,
      );
      const listed = old === undefined || hasList(process, it.name);
      if (old !== undefined) removeFiles(process, it.name);
      unpack(process, it, listed);
      kernel.elapse(aptCost.unpack + ((it.kib * 1024) / 1_000_000) * aptCost.megabyte);
    }
    for (const it of run) {
      stdout.write(`Setting up ${shownName(it)} (${it.version}) ...\n`);
      stdout.write(configureWords(process, it));
      kernel.elapse(aptCost.configure);
      const row = rowOf(it, installed.get(it.name));
      const at = status.findIndex(({ name }) => name === it.name);
      if (at >= 0) status.splice(at, 1, row);
      else status.push(row);
      installed.set(it.name, row);
    }
  }
  if (packages.some(({ name }) => name.startsWith("lib") || name === "zlib1g"))
    stdout.write(`Processing triggers for libc-bin (${installed.get("libc-bin")?.version ?? ""}) ...\n`);
}
