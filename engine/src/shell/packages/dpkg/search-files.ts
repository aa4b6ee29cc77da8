import { notSimulated } from "../../../core/engine-error.ts";
import type { Process } from "../../process.ts";
import { aptCatalogue } from "../apt/apt-catalogue.ts";
import { shownName } from "../apt/deb-name.ts";
import type { DpkgPackage } from "../dpkg-status.ts";
import { globPattern } from "./glob-pattern.ts";

/** Where no package of Debian may put files (Debian policy 9.1.2 and the FHS). */
const NEVER = /^\/(usr\/local|opt|srv|home|root|app|tmp|mnt|media)(\/|$)/;
/** Files of the base image that are listed though its packages' lists are not. */
const GLIBC = ["ld-linux-x86-64.so.2", "libc.so.6", "libm.so.6", "libpthread.so.0", "libresolv.so.2"].map(
  (name) => `/usr/lib/x86_64-linux-gnu/${name}`,
);

function listOf(process: Process, name: string): readonly string[] | undefined {
  const content = process.files.read(`/var/lib/dpkg/info/${name}.list`);
  return typeof content === "string" ? undefined : (content.text ?? "").split("\n").filter(Boolean);
}

/**
 * `dpkg -S PATTERN...`: whose file it is. A word without a wildcard and without a slash in front is looked for anywhere in a path.
 * @throws {EngineError} NOT_SIMULATED where only a package of the base image could own it, whose files are not listed
 */
export function searchFiles(
  process: Process,
  all: readonly DpkgPackage[],
  patterns: readonly string[],
): number {
  const catalogue = aptCatalogue(process.files);
  let status = 0;
  for (const typed of patterns) {
    const wild = /[*?[\\]/.test(typed);
    const matches = globPattern(wild || typed.startsWith("/") ? typed : `*${typed}*`);
    const lines: string[] = [];
    for (const { name, removed } of all) {
      if (removed) continue;
      const multiArch = catalogue?.find(name)?.multiArch ?? false;
      const own = listOf(process, name) ?? (name === "libc6" ? GLIBC : []);
      const shown = name === "libc6" ? "libc6:amd64" : shownName({ name, multiArch });
      for (const path of own) if (matches.test(path)) lines.push(`${shown}: ${path}`);
    }
    if (lines.length > 0) {
      process.stdout.write(lines.map((line) => `${line}\n`).join(""));
      continue;
    }
    const absent = typed.startsWith("/") && !wild && (NEVER.test(typed) || !process.files.exists(typed));
    if (!absent)
      throw notSimulated(
        `dpkg -S ${typed}: Drydock does not list the files of the base image's packages`,
        "say whose file it is",
      );
    process.stderr.write(`dpkg-query: no path found matching pattern ${typed}\n`);
    status = 1;
  }
  return status;
}
