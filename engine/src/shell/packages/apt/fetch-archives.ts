import { requireNetwork } from "../require-network.ts";
import { aptCost } from "./apt-cost.ts";
import type { AptPackage } from "./apt-catalogue.ts";
import type { AptSession } from "./apt-session.ts";
import { isKept } from "./kept-archives.ts";
import { packageAddress } from "./package-address.ts";
import { secondsText, sizeText } from "./size-text.ts";

/** Fetches packages that apt does not have in its cache, and tells so. @param files paths of those that lie there already, by name */
export function fetchArchives(
  { process, catalogue, say }: AptSession,
  packages: readonly AptPackage[],
  files: ReadonlyMap<string, string>,
): void {
  const started = process.kernel.now();
  let [number, bytes] = [0, 0];
  for (const it of packages) {
    if (isKept(process, it)) continue;
    const path = files.get(it.name);
    if (path === undefined) requireNetwork(process, "apt-get install");
    const where = path ?? packageAddress(catalogue, it.from);
    say(`Get:${++number} ${where} ${it.name} ${it.architecture} ${it.version} [${sizeText(it.download)}B]`);
    if (path !== undefined) continue;
    bytes += it.download;
    process.kernel.elapse(it.download / aptCost.bytesPerMillisecond);
  }
  if (bytes === 0) return;
  const seconds = (process.kernel.now() - started) / 1000;
  say(
    `Fetched ${sizeText(bytes)}B in ${secondsText(seconds)} (${sizeText(bytes / Math.max(seconds, 0.001))}B/s)`,
  );
}
