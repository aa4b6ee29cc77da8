import { notSimulated } from "../../../core/engine-error.ts";
import { basename } from "../../../vfs/path.ts";
import type { AptPackage } from "./apt-catalogue.ts";
import type { AptOptions } from "./apt-options.ts";
import { ask } from "./ask.ts";
import { saveStatus, type AptSession } from "./apt-session.ts";
import { debconfNoise } from "./debconf-noise.ts";
import { fetchArchives } from "./fetch-archives.ts";
import { cleansArchives, isKept, keepArchives, removeArchives } from "./kept-archives.ts";
import { releaseName } from "./package-address.ts";
import { fromApt, unpackAll } from "./unpack-all.ts";
import { tellRoom } from "./tell-plan.ts";

/** `apt` itself removes what it has installed, unless it is told to keep it (apt.conf(5), Keep-Downloaded-Packages). */
function forPeople({ argv, files }: AptSession["process"]): boolean {
  if (basename(argv[0] ?? "") !== "apt") return false;
  const names = files.list("/etc/apt/apt.conf.d");
  return !(typeof names === "string" ? [] : names).some((name) => {
    const content = files.read(`/etc/apt/apt.conf.d/${name}`);
    return (
      typeof content !== "string" && /APT::Keep-Downloaded-Packages\s+"?(true|1)"?/i.test(content.text ?? "")
    );
  });
}

/** What `-s` prints of each package instead of installing it. */
function simulate({ say, catalogue, installed }: AptSession, packages: readonly AptPackage[]): void {
  const line = (word: string, it: AptPackage): string => {
    const { vendor, number } = catalogue.archive;
    if (vendor === "Ubuntu")
      throw notSimulated("apt-get -s in Ubuntu", "name the parts of the archive that have each version");
    const label = it.from === "security" ? "Debian-Security" : "Debian";
    const origin = `${label}:${number}${it.from === "updates" ? "-updates" : ""}/${releaseName(catalogue, it.from)}`;
    const old = word === "Inst" ? installed.get(it.name)?.version : undefined;
    return `${word} ${it.name} ${old === undefined ? "" : `[${old}] `}(${it.version} ${origin} [${it.architecture}])`;
  };
  const upgrades = packages.filter(({ name }) => installed.has(name));
  const news = packages.filter(({ name }) => !installed.has(name));
  for (const it of upgrades) say(`${line("Inst", it)}\n${line("Conf", it)}`);
  for (const word of ["Inst", "Conf"]) for (const it of news) say(line(word, it));
}

/**
 * Fetches packages and has dpkg unpack and configure them, after all has been told and asked.
 * @param question whether more happens than was asked for, so that apt asks
 * @param files paths of .deb files that lie there, by the name of the package
 * @returns the exit status; the database is saved
 */
export function changePackages(
  session: AptSession,
  packages: readonly AptPackage[],
  options: AptOptions,
  question: boolean,
  files: ReadonlyMap<string, string> = new Map(),
): number {
  const { process, catalogue, say, installed, lists } = session;
  if (options.simulate) {
    simulate(session, packages);
    return 0;
  }
  // What is the same in the archive comes from there, as apt does it.
  const local = new Map(lists ? [] : files);
  const total = packages.reduce((sum, it) => sum + it.download, 0);
  const missing = packages.filter((it) => !local.has(it.name) && !isKept(process, it));
  const bytes = missing.reduce((sum, it) => sum + it.download, 0);
  const grown = packages.reduce((sum, { name, kib }) => sum + kib - (installed.get(name)?.kib ?? 0), 0);
  tellRoom(session, bytes, total, grown * 1024);
  if ((question || options.no) && !ask(session, options)) return 1;
  if (!fetchArchives(session, packages, local)) {
    session.fail("Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?");
    return 100;
  }
  if (options.downloadOnly) {
    keepArchives(process, packages);
    say("Download complete and in download only mode");
    return 0;
  }
  debconfNoise(process, catalogue.suite, packages.length);
  unpackAll(session, packages, fromApt(packages.filter(({ name }) => !installed.has(name))));
  saveStatus(session);
  if (cleansArchives(process)) removeArchives(process);
  else if (!forPeople(process)) keepArchives(process, packages);
  return 0;
}
