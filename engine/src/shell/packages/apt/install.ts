import { aptCost } from "./apt-cost.ts";
import type { AptPackage } from "./apt-catalogue.ts";
import type { AptOptions } from "./apt-options.ts";
import { mayChange, openApt, readingLines, type AptSession } from "./apt-session.ts";
import { readAutomatic, writeAutomatic } from "./apt-state.ts";
import { changePackages } from "./change-packages.ts";
import { findNamed, openDebFiles } from "./find-named.ts";
import { type InstallPlan, planInstall } from "./plan-install.ts";
import { unneeded } from "./remove.ts";
import { tellPlan, tellUnneeded } from "./tell-plan.ts";
import { isOutdated, upgradable } from "./upgradable.ts";
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

/** The names that are left by `--only-upgrade` and `--no-upgrade`, which say what they leave out. */
function allowed({ installed, say }: AptSession, names: readonly string[], options: AptOptions): string[] {
  return names.filter((name) => {
    const there = installed.has(name);
    if (options.onlyUpgrade && !there) {
      say(`Skipping ${name}, it is not installed and only upgrades are requested.`);
      return false;
    }
    if (options.noUpgrade && there) say(`Skipping ${name}, it is already installed and upgrade is not set.`);
    return !(options.noUpgrade && there);
  });
}

/** Everything that is told before anything is done. */
function tell(
  session: AptSession,
  plan: InstallPlan,
  again: readonly string[],
  automatic: ReadonlySet<string>,
): void {
  const { installed } = session;
  const names = (wanted: (name: string) => boolean): string[] =>
    plan.packages
      .map(({ name }) => name)
      .filter(wanted)
      .sort();
  const news = names((name) => !installed.has(name));
  const upgraded = names((name) => installed.has(name));
  const held = upgraded.filter((name) => installed.get(name)?.held);
  tellUnneeded(session, [...unneeded(session, automatic)].sort());
  tellPlan(session, {
    sections: [
      ["", "Upgrading", upgraded],
      ["", "Reinstalling", again],
      ["", "Installing", news.filter((name) => plan.asked.has(name))],
      ["", "Installing dependencies", news.filter((name) => !plan.asked.has(name))],
      ["The following additional packages will be installed", "", names((name) => !plan.asked.has(name))],
      [
        "Suggested packages",
        "Suggested packages",
        suggestions(session, plan.packages, new Set([...installed.keys(), ...news])),
      ],
      ["Recommended packages", "Recommended packages", plan.declined],
      ["The following NEW packages will be installed", "", news],
      ["The following held packages will be changed", "Changing held packages", held],
      ["The following packages will be upgraded", "", upgraded],
    ],
    news: news.length,
    upgraded: upgraded.length,
    reinstalled: again.length,
    removed: 0,
    kept: upgradable(session).filter(({ name }) => !upgraded.includes(name)).length,
  });
}

/** `apt-get install`. */
export function install(process: Process, options: AptOptions): number {
  const session = openApt(process, options.quiet);
  const { say, installed, catalogue } = session;
  if (!mayChange(process)) return 100;
  process.kernel.elapse(aptCost.readLists);
  const files = openDebFiles(session, options.operands);
  if (!files) {
    say("Reading package lists...");
    return 100;
  }
  readingLines(session);
  const named = findNamed(session, options.operands, files);
  if (!named) return 100;
  const recommends = options.recommends ?? configuredRecommends(process);
  const plan = planInstall(catalogue, allowed(session, named.names, options), installed, recommends, (name) =>
    isOutdated(session, name),
  );
  const automatic = readAutomatic(process.files);
  const again: AptPackage[] =
    options.reinstall && session.lists ? plan.present.flatMap((name) => catalogue.find(name) ?? []) : [];
  if (options.reinstall && !session.lists)
    for (const name of plan.present)
      say(`Reinstallation of ${name} is not possible, it cannot be downloaded.`);
  for (const name of plan.present) {
    if (!options.reinstall) say(`${name} is already the newest version (${installed.get(name)?.version}).`);
    if (automatic.delete(name)) say(`${name} set to manually installed.`);
  }
  tell(
    session,
    plan,
    again.map(({ name }) => name),
    automatic,
  );
  const changed = [...again, ...plan.packages];
  if (changed.length === 0) {
    if (plan.present.length > 0) writeAutomatic(process.files, automatic);
    return 0;
  }
  if (options.yes && !options.changeHeld && plan.packages.some(({ name }) => installed.get(name)?.held)) {
    session.fail("Held packages were changed and -y was used without --allow-change-held-packages.");
    return 100;
  }
  const fresh = plan.packages.filter(({ name }) => !installed.has(name));
  const question = plan.packages.some(({ name }) => !plan.asked.has(name));
  const status = changePackages(session, changed, options, question, files);
  if (status !== 0 || options.simulate || options.downloadOnly) return status;
  for (const { name } of fresh) automatic.add(name);
  for (const name of plan.asked) automatic.delete(name);
  writeAutomatic(process.files, automatic);
  return 0;
}

/** Suggested by what is new, and not there: by name, in apt 3 by the name of who suggests it. */
function suggestions(
  { modern, installed }: AptSession,
  packages: readonly AptPackage[],
  there: ReadonlySet<string>,
): string[] {
  const found = new Set<string>();
  const news = packages.filter(({ name }) => !installed.has(name));
  for (const { suggests } of news.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    for (const group of suggests.match(/\S+(?: \| \S+)*/g) ?? []) {
      if (!group.split(" | ").some((name) => there.has(name))) found.add(group);
    }
  }
  return modern ? [...found] : [...found].sort();
}
