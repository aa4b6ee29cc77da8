import { notSimulated } from "../../../core/engine-error.ts";
import { dpkgFileName, shownName, shortPath } from "./deb-name.ts";
import { aptCost } from "./apt-cost.ts";
import type { AptPackage } from "./apt-catalogue.ts";
import type { AptOptions } from "./apt-options.ts";
import { mayChange, openApt, readingLines, saveStatus, type AptSession } from "./apt-session.ts";
import { readAutomatic, writeAutomatic } from "./apt-state.ts";
import { debconfNoise } from "./debconf-noise.ts";
import { listedPaths, unpack } from "./package-files.ts";
import { notHeld } from "./not-held.ts";
import { planInstall } from "./plan-install.ts";
import { unneeded } from "./remove.ts";
import { tellPlan, tellRoom, tellUnneeded } from "./tell-plan.ts";
import { secondsText, sizeText } from "./size-text.ts";
import type { Process } from "../../process.ts";

/** Does a file in /etc/apt/apt.conf.d switch recommended packages off? */
function configuredRecommends(process: Process): boolean {
  const folder = "/etc/apt/apt.conf.d";
  const names = process.files.list(folder);
  let wanted = true;
  for (const path of [
    ...(typeof names === "string" ? [] : names.map((name) => `${folder}/${name}`)),
    "/etc/apt/apt.conf",
  ]) {
    const content = process.files.read(path);
    const found = /APT::Install-Recommends\s+"?(\w+)"?/i.exec(
      typeof content === "string" ? "" : (content.text ?? ""),
    );
    if (found) wanted = !/^(0|no|false|off)$/i.test(found[1] ?? "");
  }
  return wanted;
}

const UNAVAILABLE =
  "This may mean that the package is missing, has been obsoleted, or\nis only available from another source";

/** Finds the packages that were named. @returns undefined where apt would stop, after saying why. */
function findNamed(
  { catalogue, installed, lists, say, fail }: AptSession,
  operands: readonly string[],
): string[] | undefined {
  const names: string[] = [];
  const errors: string[] = [];
  for (const operand of operands) {
    const [, name = "", version, suffix] = /^([^=/]+?)(?:=(.+)|\/.+)?([+-])?$/.exec(operand) ?? [];
    if (suffix && !catalogue.find(name + suffix))
      throw notSimulated(`apt-get install ${operand}`, "remove or keep that package in the same run");
    const bare = (catalogue.find(name + (suffix ?? "")) ? name + (suffix ?? "") : name).replace(
      /:amd64$/,
      "",
    );
    const known = lists ? catalogue.find(bare) : undefined;
    const gone = lists ? notHeld[catalogue.suite].gone[bare] : undefined;
    if (gone !== undefined) {
      say(`Package ${bare} is not available, but is referred to by another package.\n${UNAVAILABLE}`);
      say(gone === "" ? "" : `However the following packages replace it:\n  ${gone}\n`);
      errors.push(`Package '${bare}' has no installation candidate`);
    } else if (known || installed.has(bare)) {
      const has = known?.version ?? installed.get(bare)?.version ?? "";
      const matches =
        version === undefined ||
        version === has ||
        (version.endsWith("*") && has.startsWith(version.slice(0, -1)));
      const suite = /^[^=/]+\/(.+?)[+-]?$/.exec(operand)?.[1];
      const strange =
        suite !== undefined &&
        ![catalogue.suite, catalogue.suite === "trixie" ? "stable" : "oldstable"].includes(suite);
      if (matches && !strange) names.push(bare);
      // Of what comes from main alone, the archive holds this one version; an update has the older one beside it.
      else if (known?.from === "main" && !installed.has(bare)) {
        say(`Package ${bare} is not available, but is referred to by another package.\n${UNAVAILABLE}\n`);
        errors.push(
          strange
            ? `Release '${suite}' for '${bare}' was not found`
            : `Version '${version}' for '${bare}' was not found`,
        );
      } else
        throw notSimulated(
          `apt-get install ${operand}: Drydock's catalogue has ${has}`,
          "install that version if the archive still holds it",
        );
    } else if (!lists) errors.push(`Unable to locate package ${bare}`);
    else if (notHeld[catalogue.suite].unknown.has(bare)) errors.push(`Unable to locate package ${bare}`);
    else
      throw notSimulated(
        `apt-get install ${bare}: the package is not in Drydock's catalogue`,
        "look for it in Debian's archive",
      );
  }
  if (errors.length === 0) return names;
  for (const error of errors) fail(error);
  return undefined;
}

/** `apt-get install`. */
export function install(process: Process, options: AptOptions): number {
  const session = openApt(process, options.quiet);
  const { say, installed, status } = session;
  const { kernel } = process;
  if (!mayChange(process)) return 100;
  kernel.elapse(aptCost.readLists);
  readingLines(session);
  const names = findNamed(session, options.operands);
  if (!names) return 100;
  const recommends = options.recommends ?? configuredRecommends(process);
  const plan = planInstall(session.catalogue, names, installed, recommends);
  const automatic = readAutomatic(process.files);
  for (const name of plan.present) {
    say(`${name} is already the newest version (${installed.get(name)?.version}).`);
    if (automatic.delete(name)) say(`${name} set to manually installed.`);
  }
  const news = plan.packages.map(({ name }) => name).sort();
  const additional = news.filter((name) => !plan.asked.has(name));
  tellUnneeded(session, [...unneeded(session, automatic)].sort());
  const asked = news.filter((name) => plan.asked.has(name));
  tellPlan(session, {
    sections: [
      ["", "Installing", asked],
      ["The following additional packages will be installed", "Installing dependencies", additional],
      [
        "Suggested packages",
        "Suggested packages",
        suggestions(session, plan.packages, new Set([...installed.keys(), ...news])),
      ],
      ["Recommended packages", "Recommended packages", plan.declined],
      ["The following NEW packages will be installed", "", news],
    ],
    news: plan.packages.length,
    removed: 0,
  });
  if (plan.packages.length === 0) {
    if (plan.present.length > 0) writeAutomatic(process.files, automatic);
    return 0;
  }
  const bytes = plan.packages.reduce((sum, it) => sum + it.download, 0);
  const space = plan.packages.reduce((sum, it) => sum + it.kib * 1024, 0);
  if (options.simulate) return simulated(session, plan.packages);
  tellRoom(session, bytes, space);
  if (!options.yes && (additional.length > 0 || options.no)) {
    process.stdout.write(session.modern ? "Continue? [Y/n] " : "Do you want to continue? [Y/n] ");
    const answer = options.no ? "n" : process.stdin.line();
    if (answer === undefined || !/^(y|yes|)\s*$/i.test(answer)) {
      process.stdout.write("Abort.\n");
      return 1;
    }
  }
  fetchArchives(session, plan.packages, bytes);
  if (options.downloadOnly) {
    say("Download complete and in download only mode");
    return 0;
  }
  debconfNoise(process, session.catalogue.suite, plan.packages.length);
  unpackAll(session, plan.packages);
  for (const it of plan.packages) {
    const old = status.findIndex(({ name }) => name === it.name);
    const row = {
      name: it.name,
      version: it.version,
      kib: it.kib,
      architecture: it.architecture,
      section: it.section,
      priority: "optional",
      essential: false,
      summary: it.summary,
      depends: it.depends.join(", "),
      removed: false,
    };
    if (old >= 0) status.splice(old, 1, row);
    else status.push(row);
    if (!plan.asked.has(it.name)) automatic.add(it.name);
    else automatic.delete(it.name);
  }
  saveStatus(session);
  writeAutomatic(process.files, automatic);
  return 0;
}

/** Suggested by what is new, and not there: by name, in apt 3 by the name of who suggests it. */
function suggestions(
  { modern }: AptSession,
  packages: readonly AptPackage[],
  there: ReadonlySet<string>,
): string[] {
  const found = new Set<string>();
  for (const { suggests } of packages.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    for (const group of suggests.match(/\S+(?: \| \S+)*/g) ?? []) {
      if (!group.split(" | ").some((name) => there.has(name))) found.add(group);
    }
  }
  return modern ? [...found] : [...found].sort();
}

function simulated({ say, catalogue }: AptSession, packages: readonly AptPackage[]): number {
  const origin = (it: AptPackage): string =>
    (it.from === "security" ? "Debian-Security:" : "Debian:") +
    (catalogue.suite === "trixie" ? "13" : "12") +
    (it.from === "security" ? "/stable-security" : "/stable");
  for (const word of ["Inst", "Conf"])
    for (const it of packages) say(`${word} ${it.name} (${it.version} ${origin(it)} [${it.architecture}])`);
  return 0;
}

function fetchArchives(
  { process, catalogue, say }: AptSession,
  packages: readonly AptPackage[],
  bytes: number,
): void {
  const started = process.kernel.now();
  for (const [at, it] of packages.entries()) {
    const suite = `${catalogue.suite}${it.from === "main" ? "" : `-${it.from}`}`;
    const host = `http://deb.debian.org/debian${it.from === "security" ? "-security" : ""}`;
    say(
      `Get:${at + 1} ${host} ${suite}/main amd64 ${it.name} ${it.architecture} ${it.version} [${sizeText(it.download)}B]`,
    );
    process.kernel.elapse(it.download / aptCost.bytesPerMillisecond);
  }
  const seconds = (process.kernel.now() - started) / 1000;
  say(
    `Fetched ${sizeText(bytes)}B in ${secondsText(seconds)} (${sizeText(bytes / Math.max(seconds, 0.001))}B/s)`,
  );
}

/** dpkg's part: it is not quieter than `-qq` makes apt. */
function unpackAll({ process, catalogue, installed }: AptSession, packages: readonly AptPackage[]): void {
  const { stdout, kernel } = process;
  const entries = catalogue.databaseEntries + listedPaths(process);
  const digits = String(packages.length).length;
  for (const [at, it] of packages.entries()) {
    stdout.write(`Selecting previously unselected package ${shownName(it)}.\n`);
    if (at === 0)
      stdout.write(`(Reading database ... ${entries} files and directories currently installed.)\n`);
    const folder =
      packages.length > 5
        ? `/tmp/apt-dpkg-install-XXXXXX/${String(at).padStart(digits, "0")}-`
        : "/var/cache/apt/archives/";
    stdout.write(
      `Preparing to unpack ${shortPath(folder + dpkgFileName(it))} ...\nUnpacking ${shownName(it)} (${it.version}) ...\n`,
    );
    unpack(process, it);
    kernel.elapse(aptCost.unpack + ((it.kib * 1024) / 1_000_000) * aptCost.megabyte);
  }
  for (const it of packages) {
    stdout.write(`Setting up ${shownName(it)} (${it.version}) ...\n`);
    kernel.elapse(aptCost.configure);
  }
  if (packages.some(({ name }) => name.startsWith("lib"))) {
    stdout.write(`Processing triggers for libc-bin (${installed.get("libc-bin")?.version ?? ""}) ...\n`);
  }
}
