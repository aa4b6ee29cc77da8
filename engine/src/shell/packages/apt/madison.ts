import { notSimulated } from "../../../core/engine-error.ts";
import type { AptSession } from "./apt-session.ts";
import { notHeld } from "./not-held.ts";
import { PARTS, packageAddress } from "./package-address.ts";

/**
 * `apt-cache madison NAME...`: the versions that can be had, a line each.
 * @throws {EngineError} NOT_SIMULATED for a package that the catalogue lacks
 */
export function madison({ process, catalogue, lists }: AptSession, names: readonly string[]): number {
  for (const name of names) {
    const it = lists ? catalogue.find(name) : undefined;
    if (!lists || notHeld[catalogue.suite].unknown.has(name)) {
      process.stderr.write(`W: Unable to locate package ${name}\n`);
      continue;
    }
    if (!it) throw notSimulated(`apt-cache madison ${name}`, "list its versions if the archive has it");
    for (const { version, parts } of it.versions)
      for (const part of parts)
        process.stdout.write(
          `${name.padStart(10)} | ${version.padStart(10)} | ${packageAddress(catalogue, { ...it, from: PARTS[part] ?? "main" })} Packages\n`,
        );
  }
  return 0;
}
