import { aptCost } from "./apt-cost.ts";
import type { AptPackage } from "./apt-catalogue.ts";
import type { AptSession } from "./apt-session.ts";
import { isKept } from "./kept-archives.ts";
import { archiveUrl, packageAddress } from "./package-address.ts";
import { secondsText, sizeText } from "./size-text.ts";
import { tellUnreachable } from "./unreachable.ts";

/**
 * Fetches packages that apt does not have in its cache, and tells so.
 *
 * @param files paths of those that lie there already, by name
 * @returns whether all are there; what is wrong has been said
 */
export function fetchArchives(
  session: AptSession,
  packages: readonly AptPackage[],
  files: ReadonlyMap<string, string>,
): boolean {
  const { process, catalogue, say } = session;
  const missing = packages.filter((it) => !isKept(process, it) && !files.has(it.name));
  if (missing.length > 0 && process.kernel.network.address === null) {
    const wanted = missing.map((it) => ({
      words: `${packageAddress(catalogue, it)} ${it.name} ${it.architecture} ${it.version}`,
      url: archiveUrl(catalogue, it),
    }));
    tellUnreachable(session, wanted, "E", false);
    return false;
  }
  const started = process.kernel.now();
  let [number, bytes] = [0, 0];
  for (const it of packages) {
    if (isKept(process, it)) continue;
    const path = files.get(it.name);
    const where = path ?? packageAddress(catalogue, it);
    say(`Get:${++number} ${where} ${it.name} ${it.architecture} ${it.version} [${sizeText(it.download)}B]`);
    if (path !== undefined) continue;
    bytes += it.download;
    process.kernel.elapse(it.download / aptCost.bytesPerMillisecond);
  }
  if (bytes === 0) return true;
  const seconds = (process.kernel.now() - started) / 1000;
  say(
    `Fetched ${sizeText(bytes)}B in ${secondsText(seconds)} (${sizeText(bytes / Math.max(seconds, 0.001))}B/s)`,
  );
  return true;
}
