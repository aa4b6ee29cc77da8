import { notSimulated } from "../../../core/engine-error.ts";
import type { AptSession } from "./apt-session.ts";
import { notHeld } from "./not-held.ts";
import { PARTS, releaseName } from "./package-address.ts";

/**
 * `apt-cache search` and `apt search`, for one whole name: `^curl$`. All else would have to look at every description of the archive.
 * @throws {EngineError} NOT_SIMULATED for every other pattern, and for a name that the catalogue lacks
 */
export function search(session: AptSession, patterns: readonly string[], people: boolean): number {
  const { process, catalogue, lists, installed } = session;
  if (patterns.length === 0) {
    session.fail("You must give at least one search pattern");
    return 100;
  }
  if (people) process.stdout.write("Sorting...\nFull Text Search...\n");
  if (!lists) return 0;
  const name = patterns.length === 1 ? /^\^([a-z0-9][a-z0-9-]*)\$$/.exec(patterns[0] ?? "")?.[1] : undefined;
  const it = name === undefined ? undefined : catalogue.find(name);
  if (!it) {
    if (name !== undefined && notHeld[catalogue.suite].unknown.has(name)) return 0;
    throw notSimulated(
      `searching for ${patterns.join(" ")} in Debian's archive`,
      "print every package whose name or description fits",
    );
  }
  if (!people) {
    process.stdout.write(`${it.name} - ${it.summary}\n`);
    return 0;
  }
  const releases = [...(it.versions[0]?.parts ?? "m")].map((part) =>
    releaseName(catalogue, PARTS[part] ?? "main"),
  );
  const here = installed.get(it.name)?.version === it.version ? ",now" : "";
  process.stdout.write(
    `${it.name}/${releases.join(",")}${here} ${it.version} ${it.architecture}${here && " [installed]"}\n  ${it.summary}\n\n`,
  );
  return 0;
}
