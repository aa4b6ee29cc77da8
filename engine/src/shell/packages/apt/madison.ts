import { notSimulated } from "../../../core/engine-error.ts";
import type { Process } from "../../process.ts";
import { openApt } from "./apt-session.ts";
import { notHeld } from "./not-held.ts";

/**
 * `apt-cache madison NAME...`: the versions that can be had, a line each.
 * @throws {EngineError} NOT_SIMULATED for a package of which the archive has two versions, or Drydock none
 */
export function madison(process: Process, names: readonly string[]): number {
  const { catalogue, lists } = openApt(process, 0);
  for (const name of names) {
    const it = lists ? catalogue.find(name) : undefined;
    if (!lists || notHeld[catalogue.suite].unknown.has(name)) {
      process.stderr.write(`W: Unable to locate package ${name}\n`);
      continue;
    }
    if (it?.from !== "main")
      throw notSimulated(`apt-cache madison ${name}`, "list the versions of all its sources");
    process.stdout.write(
      `${name.padStart(10)} | ${it.version.padStart(10)} | http://deb.debian.org/debian ${catalogue.suite}/main amd64 Packages\n`,
    );
  }
  return 0;
}
