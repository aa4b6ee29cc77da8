import { notSimulated } from "../../../core/engine-error.ts";
import type { DpkgPackage } from "../dpkg-status.ts";
import type { AptCatalogue, AptPackage } from "./apt-catalogue.ts";

export interface InstallPlan {
  /** New packages in the order in which they are unpacked: what others need comes first. */
  readonly packages: readonly AptPackage[];
  /** Names that were asked for and are there already. */
  readonly present: readonly string[];
  /** Those among the new ones that were asked for. */
  readonly asked: ReadonlySet<string>;
  /** Recommended and not taken. */
  readonly declined: readonly string[];
}

/**
 * What has to be installed for these names.
 * @throws {EngineError} NOT_SIMULATED where a recommended package is not in the catalogue.
 */
export function planInstall(
  catalogue: AptCatalogue,
  names: readonly string[],
  installed: ReadonlyMap<string, DpkgPackage>,
  recommends: boolean,
): InstallPlan {
  const packages: AptPackage[] = [];
  const seen = new Set<string>();
  const declined = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name) || installed.has(name)) return;
    seen.add(name);
    const it = catalogue.find(name);
    if (!it) {
      throw notSimulated(
        `apt-get install of ${name.replace("?", "")}: the package is not in Drydock's catalogue`,
        "install it along with what recommends it",
      );
    }
    for (const next of it.depends) visit(next);
    packages.push(it);
  };
  const asked = names.filter((name) => !installed.has(name));
  for (const name of asked) visit(name);
  for (let at = 0; at < packages.length; at++) {
    for (const name of packages[at]?.recommends ?? []) {
      if (seen.has(name) || installed.has(name.replace("?", ""))) continue;
      if (recommends) visit(name);
      else declined.add(name.replace("?", ""));
    }
  }
  return {
    packages,
    present: names.filter((name) => installed.has(name)),
    asked: new Set(asked),
    declined: [...declined].sort(),
  };
}
