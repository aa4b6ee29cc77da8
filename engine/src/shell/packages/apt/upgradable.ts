import { compareDebianVersions } from "../dpkg/compare-debian-versions.ts";
import type { AptPackage } from "./apt-catalogue.ts";
import type { AptSession } from "./apt-session.ts";

/** Has the archive a newer version of this installed package? */
export function isOutdated({ catalogue, installed, lists }: AptSession, name: string): boolean {
  const [here, there] = [installed.get(name)?.version, lists ? catalogue.candidate(name) : undefined];
  return (
    here !== undefined && there !== undefined && here !== there && compareDebianVersions(there, here) > 0
  );
}

/** Installed packages of which the lists have a newer version, in the order in which apt unpacks them. */
export function upgradable(session: AptSession): AptPackage[] {
  const { catalogue, installed } = session;
  const rank = new Map(catalogue.upgrades.map((name, at) => [name, at]));
  const rankOf = (name: string): number => rank.get(name) ?? catalogue.upgrades.length;
  return [...installed.keys()]
    .filter((name) => isOutdated(session, name))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
    .flatMap((name) => catalogue.find(name) ?? []);
}
