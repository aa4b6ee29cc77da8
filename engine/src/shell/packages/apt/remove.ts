import { ask } from "./ask.ts";
import { upgradable } from "./upgradable.ts";
import { aptCost } from "./apt-cost.ts";
import type { AptOptions } from "./apt-options.ts";
import { mayChange, openApt, readingLines, saveStatus, type AptSession } from "./apt-session.ts";
import { readAutomatic, writeAutomatic } from "./apt-state.ts";
import { shownName } from "./deb-name.ts";
import { hasList, listedPaths, removeFiles } from "./package-files.ts";
import { tellFreed, tellPlan, tellUnneeded } from "./tell-plan.ts";
import type { Process } from "../../process.ts";

/**
 * Names of installed packages that came for others and that nobody needs any more.
 *
 * What debootstrap put in is essential, or needed by what is: apt finds nothing to remove there even where all of it is marked
 * (apt-get -s autoremove after apt-mark auto '.*' in minbase trees of both suites).
 */
export function unneeded(
  { process, catalogue, installed }: AptSession,
  automatic: ReadonlySet<string>,
): Set<string> {
  const needed = new Set<string>();
  const keep = (name: string): void => {
    if (needed.has(name) || !installed.has(name)) return;
    needed.add(name);
    const it = catalogue.find(name);
    for (const next of [...(it?.depends ?? []), ...(it?.recommends ?? [])]) keep(next.replace("?", ""));
  };
  for (const name of installed.keys()) if (!automatic.has(name) || !hasList(process, name)) keep(name);
  return new Set([...installed.keys()].filter((name) => automatic.has(name) && !needed.has(name)));
}

/** `apt-get remove`, `purge` and `autoremove`. */
export function remove(process: Process, options: AptOptions): number {
  const session = openApt(process, options.quiet);
  const { say, installed, catalogue, status } = session;
  if (!mayChange(process)) return 100;
  process.kernel.elapse(aptCost.readLists);
  readingLines(session);
  const purge = options.purge || options.command === "purge";
  const auto = options.command === "autoremove" || options.command === "autopurge" || options.autoremove;
  const automatic = readAutomatic(process.files);
  const gone = new Set<string>();
  for (const name of options.operands) {
    if (installed.has(name)) gone.add(name);
    else if (catalogue.find(name) || status.some((it) => it.name === name))
      say(`Package '${name}' is not installed, so not removed`);
    else {
      session.fail(`Unable to locate package ${name}`);
      return 100;
    }
  }
  // What depends on something that goes, goes too.
  for (let grown = true; grown;) {
    grown = false;
    for (const name of installed.keys()) {
      if (gone.has(name) || !catalogue.find(name)?.depends.some((one) => gone.has(one))) continue;
      gone.add(name);
      grown = true;
    }
  }
  const essential = [...gone].filter((name) => installed.get(name)?.essential);
  if (essential.length > 0) {
    session.fail("Essential packages were removed and -y was used without --allow-remove-essential.");
    return 100;
  }
  const left = new Map([...installed].filter(([name]) => !gone.has(name)));
  const superfluous = [...unneeded({ ...session, installed: left }, automatic)].sort();
  if (auto) for (const name of superfluous) gone.add(name);
  else tellUnneeded(session, superfluous);
  const names = [...gone].sort();
  const shown = names.map((name) => (purge ? `${name}*` : name));
  tellPlan(session, {
    sections: [["The following packages will be REMOVED", "REMOVING", shown]],
    news: 0,
    removed: names.length,
    kept: upgradable(session).filter(({ name }) => !gone.has(name)).length,
  });
  if (names.length === 0) return 0;
  const space = names.reduce((sum, name) => sum + (installed.get(name)?.kib ?? 0) * 1024, 0);
  tellFreed(session, space);
  if (!ask(session, options)) return 1;
  if (options.simulate) return 0;
  process.stdout.write(
    `(Reading database ... ${catalogue.archive.databaseEntries + listedPaths(process)} files and directories currently installed.)\n`,
  );
  for (const name of names) {
    const version = installed.get(name)?.version ?? "";
    process.stdout.write(
      `Removing ${shownName({ name, multiArch: catalogue.find(name)?.multiArch ?? false })} (${version}) ...\n`,
    );
    removeFiles(process, name);
    automatic.delete(name);
    status.splice(
      status.findIndex((it) => it.name === name),
      1,
    );
    process.kernel.elapse(aptCost.configure);
  }
  if (names.some((name) => name.startsWith("lib")))
    process.stdout.write(
      `Processing triggers for libc-bin (${installed.get("libc-bin")?.version ?? ""}) ...\n`,
    );
  saveStatus(session);
  writeAutomatic(process.files, automatic);
  return 0;
}
