import { isoTime } from "../../../core/iso-time.ts";
import type { Process } from "../../process.ts";

const home = (process: Process): string => process.env.get("HOME") || "/root";

/** Folder of npm's cache and logs. */
export const npmFolder = (process: Process): string =>
  process.env.get("npm_config_cache") || `${home(process) === "/" ? "" : home(process)}/.npm`;

/**
 * What npm says before each line of an error, since version 10.9, and where it keeps its log (recorded with npm 11.19).
 * @returns 1, its exit status
 */
export function npmError(process: Process, lines: readonly string[]): 1 {
  const time = isoTime(process.kernel.now());
  const stamp = `${time.slice(0, 19)}.${String(Math.floor(process.kernel.now() % 1000)).padStart(3, "0")}Z`;
  const log = `A complete log of this run can be found in: ${npmFolder(process)}/_logs/${stamp.replaceAll(/[:.]/g, "_")}-debug-0.log`;
  process.stderr.write([...lines, log].map((line) => `npm error${line === "" ? "" : ` ${line}`}\n`).join(""));
  return 1;
}
