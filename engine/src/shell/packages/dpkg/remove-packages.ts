import { notSimulated } from "../../../core/engine-error.ts";
import { readAutomatic, writeAutomatic } from "../apt/apt-state.ts";
import { aptCost } from "../apt/apt-cost.ts";
import { type AptSession, saveStatus } from "../apt/apt-session.ts";
import { shownName } from "../apt/deb-name.ts";
import { hasList, listedPaths, removeFiles } from "../apt/package-files.ts";

/**
 * `dpkg -r` and `dpkg -P`: what other packages need stays, and so does what is essential (recorded with dpkg 1.22.22).
 *
 * @throws {EngineError} NOT_SIMULATED for a package of the base image, whose files are not listed
 */
export function removePackages(session: AptSession, names: readonly string[], purge: boolean): number {
  const { process, catalogue, installed, status } = session;
  const action = purge ? "--purge" : "--remove";
  const shown = (name: string): string =>
    shownName({ name, multiArch: catalogue.find(name)?.multiArch ?? false });
  const wanted = names.map((name) => name.replace(/:amd64$/, ""));
  const failed: string[] = [];
  const going: string[] = [];
  for (const name of wanted) {
    const it = installed.get(name);
    if (!it) {
      process.stderr.write(`dpkg: warning: ignoring request to remove ${name} which isn't installed\n`);
      continue;
    }
    if (it.essential) {
      process.stderr.write(
        `dpkg: error processing package ${shown(name)} (${action}):\n this is an essential package; it should not be removed\n`,
      );
      failed.push(shown(name));
      continue;
    }
    const needing = [...installed.keys()].filter(
      (other) => !wanted.includes(other) && catalogue.find(other)?.depends.includes(name),
    );
    if (!hasList(process, name) || needing.some((other) => !hasList(process, other)))
      throw notSimulated(`dpkg ${action} ${name}`, "look at what needs it, and remove its files");
    if (needing.length > 0)
      throw notSimulated(
        `dpkg ${action} ${name}, which ${needing.join(", ")} needs`,
        "refuse it, and name what they ask for",
      );
    going.push(name);
  }
  if (going.length > 0)
    process.stdout.write(
      `(Reading database ... ${catalogue.archive.databaseEntries + listedPaths(process)} files and directories currently installed.)\n`,
    );
  const automatic = readAutomatic(process.files);
  for (const name of going) {
    process.stdout.write(`Removing ${shown(name)} (${installed.get(name)?.version ?? ""}) ...\n`);
    removeFiles(process, name);
    automatic.delete(name);
    status.splice(
      status.findIndex((it) => it.name === name),
      1,
    );
    process.kernel.elapse(aptCost.configure);
  }
  if (going.some((name) => name.startsWith("lib")))
    process.stdout.write(
      `Processing triggers for libc-bin (${installed.get("libc-bin")?.version ?? ""}) ...\n`,
    );
  if (going.length > 0) {
    saveStatus(session);
    writeAutomatic(process.files, automatic);
  }
  if (failed.length === 0) return 0;
  process.stderr.write(
    `Errors were encountered while processing:\n${failed.map((name) => ` ${name}\n`).join("")}`,
  );
  return 1;
}
