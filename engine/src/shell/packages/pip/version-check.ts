import type { Process } from "../../process.ts";
import { compareVersions } from "../python/version.ts";
import { findWheel } from "../python/wheel-catalogue.ts";
import type { PipOptions } from "./pip-options.ts";

/**
 * The notice that a newer pip is out, as `pip install` ends with it (pip/_internal/self_outdated_check.py). Where it cannot
 * ask it says nothing.
 */
export function noticeNewPip(process: Process, options: PipOptions, version: string): void {
  const newest = findWheel("pip")?.version;
  if (!newest || compareVersions(newest, version) <= 0 || options.quiet > 1) return;
  if (process.kernel.network.address === null) return;
  if (options.has("disable-pip-version-check") || options.has("no-index")) return;
  process.stderr.write(
    `\n[notice] A new release of pip is available: ${version} -> ${newest}\n[notice] To update, run: pip install --upgrade pip\n`,
  );
}
