import { notSimulated } from "../../../core/engine-error.ts";
import type { Process } from "../../process.ts";
import { type AptCatalogue, aptCatalogue } from "../apt/apt-catalogue.ts";
import { catalogueParts } from "../catalogue-parts.ts";
import { shownName } from "../apt/deb-name.ts";
import type { DpkgPackage } from "../dpkg-status.ts";
import { globPattern } from "./glob-pattern.ts";

/** Where no package of Debian may put files (Debian policy 9.1.2 and the FHS). */
const NEVER = /^\/(usr\/local|opt|srv|home|root|app|tmp|mnt|media)(\/|$)/;
/** Shared libraries beside libc, by the name that programs ask for: known of the base image's packages too. */
function librariesOf(catalogue: AptCatalogue | undefined): ReadonlyMap<string, readonly string[]> {
  if (!catalogue) return new Map();
  const { libraries } = catalogueParts[`apt-libraries-${catalogue.suite}`].data;
  const found = new Map<string, string[]>();
  for (const [soname, [owner = "", folder = ""]] of Object.entries(libraries))
    found.set(owner, [...(found.get(owner) ?? []), `${folder}/x86_64-linux-gnu/${soname}`]);
  return found;
}

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
    // A file name that is no pattern: a library by the name that ldd tells.
    const soname = /\/[^/*?[\\]+\.so(?:\.[^/*?[\\]+)?$/.test(typed);
    const shared = soname ? librariesOf(catalogue) : undefined;
    const lines: string[] = [];
    for (const { name, removed } of all) {
      if (removed) continue;
      const multiArch = catalogue?.find(name)?.multiArch ?? false;
      const libraries = shared?.get(name) ?? [];
      const own = [...new Set([...(listOf(process, name) ?? []), ...libraries])];
      const shown = libraries.length > 0 ? `${name}:amd64` : shownName({ name, multiArch });
      for (const path of own) if (matches.test(path)) lines.push(`${shown}: ${path}`);
    }
    if (lines.length > 0) {
      process.stdout.write(lines.map((line) => `${line}\n`).join(""));
      continue;
    }
    // A library that is known lies in the folder that its package names, /usr/lib since Debian 13, and dpkg knows no other.
    const elsewhere =
      soname &&
      [...(shared?.values() ?? [])].some((own) =>
        own.some((path) => path.endsWith(typed.slice(typed.lastIndexOf("/")))),
      );
    const absent =
      typed.startsWith("/") && !wild && (NEVER.test(typed) || elsewhere || !process.files.exists(typed));
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
