import { notSimulated } from "../../../core/engine-error.ts";
import { formatTime } from "../../time/civil-time.ts";
import type { Process } from "../../process.ts";
import type { AptPackage } from "./apt-catalogue.ts";

/**
 * What a package's own script says when it is configured: tzdata tells the zone, as its postinst does.
 * @throws {EngineError} NOT_SIMULATED for the local time of another zone than UTC
 */
export function configureWords(process: Process, { name }: AptPackage): string {
  if (name !== "tzdata") return "";
  const link = process.files.lstat("/etc/localtime");
  const zone =
    typeof link !== "string" && link.kind === "symlink"
      ? link.target.replace(/^.*\/zoneinfo\//, "")
      : "Etc/UTC";
  if (!/^(Etc\/)?(UTC|Universal|Zulu)$/.test(zone))
    throw notSimulated(`configuring tzdata for ${zone}`, "tell the time that it is there");
  const now = formatTime("%a %b %e %H:%M:%S UTC %Y", Math.floor(process.kernel.now() / 1000));
  return `\nCurrent default time zone: '${zone}'\nLocal time is now:      ${now}.\nUniversal Time is now:  ${now}.\nRun 'dpkg-reconfigure tzdata' if you wish to change it.\n\n`;
}
