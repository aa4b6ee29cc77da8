import { notSimulated } from "../../../core/engine-error.ts";
import { join } from "../../../vfs/path.ts";
import type { AptPackage } from "../apt/apt-catalogue.ts";
import { type AptSession, saveStatus } from "../apt/apt-session.ts";
import { packageInFile } from "../apt/deb-file.ts";
import { unpackAll } from "../apt/unpack-all.ts";

/**
 * `dpkg -i FILE...` of packages that the catalogue knows, as `apt-get download` leaves them.
 *
 * @throws {EngineError} NOT_SIMULATED where something is missing that they need: dpkg would leave them unpacked and unconfigured
 */
export function installArchives(session: AptSession, paths: readonly string[]): number {
  const { process, catalogue, installed } = session;
  const packages: AptPackage[] = [];
  for (const typed of paths) {
    const found = packageInFile(process.files, catalogue, join(process.cwd, typed));
    if (found === "absent") {
      process.stderr.write(`dpkg: error: cannot access archive '${typed}': No such file or directory\n`);
      return 2;
    }
    if (found === "broken") {
      process.stderr.write(
        `dpkg-deb: error: '${typed}' is not a Debian format archive\ndpkg: error processing archive ${typed} (--install):\n dpkg-deb --control subprocess returned error exit status 2\nErrors were encountered while processing:\n ${typed}\n`,
      );
      return 1;
    }
    packages.push(found);
  }
  const there = (name: string): boolean => installed.has(name) || packages.some((it) => it.name === name);
  for (const it of packages) {
    const missing = it.depends.find((name) => !there(name));
    if (missing !== undefined)
      throw notSimulated(
        `dpkg -i of ${it.name} without ${missing}`,
        "unpack it, leave it unconfigured, and end with status 1 (apt-get install takes a file with all that it needs)",
      );
  }
  unpackAll(session, packages, {
    upgradesApart: false,
    pathOf: (it) => paths[packages.indexOf(it)] ?? it.name,
  });
  saveStatus(session);
  return 0;
}
