import { aptCost } from "./apt-cost.ts";
import type { AptOptions } from "./apt-options.ts";
import { mayChange, openApt, readingLines } from "./apt-session.ts";
import { changePackages } from "./change-packages.ts";
import { planInstall } from "./plan-install.ts";
import { tellPlan } from "./tell-plan.ts";
import { isOutdated, upgradable } from "./upgradable.ts";
import type { Process } from "../../process.ts";

/**
 * `apt-get upgrade`, `dist-upgrade` and `full-upgrade`: newer versions of what is there. Within one release of Debian they do the
 * same, since an update asks for nothing new (read in both suites).
 */
export function upgrade(process: Process, options: AptOptions): number {
  const session = openApt(process, options.quiet);
  const { catalogue, installed, say } = session;
  if (!mayChange(process)) return 100;
  process.kernel.elapse(aptCost.readLists);
  readingLines(session);
  say("Calculating upgrade...");
  const all = upgradable(session).map(({ name }) => name);
  const kept = all.filter((name) => installed.get(name)?.held);
  const { packages } = planInstall(
    catalogue,
    all.filter((name) => !kept.includes(name)),
    installed,
    false,
    (name) => isOutdated(session, name) && !kept.includes(name),
  );
  const names = packages.map(({ name }) => name).sort();
  tellPlan(session, {
    sections: [
      ["The following packages have been kept back", "", kept.toSorted()],
      ["The following packages will be upgraded", "Upgrading", names],
      ["", "Not upgrading", kept.toSorted()],
    ],
    news: 0,
    removed: 0,
    upgraded: names.length,
    kept: kept.length,
  });
  return names.length === 0 ? 0 : changePackages(session, packages, options, true);
}
