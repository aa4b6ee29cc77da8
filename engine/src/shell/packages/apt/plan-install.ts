import { notSimulated } from "../../../core/engine-error.ts";
import type { DpkgPackage } from "../dpkg-status.ts";
import type { AptCatalogue, AptPackage } from "./apt-catalogue.ts";

export interface InstallPlan {
  /** New and newer packages in the order in which they are unpacked: those that are upgraded, then what others need first. */
  readonly packages: readonly AptPackage[];
  /** Names that were asked for and are there already, as new as can be. */
  readonly present: readonly string[];
  /** Those among the packages that were asked for. */
  readonly asked: ReadonlySet<string>;
  /** Recommended and not taken. */
  readonly declined: readonly string[];
}

/**
 * What has to be installed or upgraded for these names.
 * @param outdated has the archive a newer version of this installed package?
 * @throws {EngineError} NOT_SIMULATED where a recommended package is not in the catalogue.
 */
export function planInstall(
  catalogue: AptCatalogue,
  names: readonly string[],
  installed: ReadonlyMap<string, DpkgPackage>,
  recommends: boolean,
  outdated: (name: string) => boolean = () => false,
): InstallPlan {
  const packages: AptPackage[] = [];
  const seen = new Set<string>();
  const declined = new Set<string>();
  const visit = (name: string, newer = false): void => {
    if (seen.has(name) || (installed.has(name) && !(newer && outdated(name)))) return;
    seen.add(name);
    const it = catalogue.find(name);
    if (!it) {
      throw notSimulated(
        `apt-get install of ${name.replace("?", "")}: the package is not in Drydock's catalogue`,
        "install it along with what recommends it",
      );
    }
    for (const next of it.lifts) visit(next, true);
    for (const next of it.depends) visit(next);
    packages.push(it);
  };
  const asked = names.filter((name) => !installed.has(name) || outdated(name));
  for (const name of asked) visit(name, true);
  for (let at = 0; at < packages.length; at++) {
    const it = packages[at];
    if (!it || installed.has(it.name)) continue;
    for (const name of it.recommends) {
      if (seen.has(name) || installed.has(name.replace("?", ""))) continue;
      if (recommends) visit(name);
      else declined.add(name.replace("?", ""));
    }
  }
  const rank = new Map(catalogue.upgrades.map((name, at) => [name, at]));
  const rankOf = ({ name }: AptPackage): number => rank.get(name) ?? rank.size;
  return {
    packages: [
      ...packages.filter(({ name }) => installed.has(name)).sort((a, b) => rankOf(a) - rankOf(b)),
      ...packages.filter(({ name }) => !installed.has(name)),
    ],
    present: names.filter((name) => installed.has(name) && !outdated(name)),
    asked: new Set(asked),
    declined: [...declined].sort(),
  };
}
