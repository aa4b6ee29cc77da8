import type { Process } from "../../process.ts";
import { pipCost } from "../python/pip-cost.ts";
import type { Wheel } from "../python/wheel-catalogue.ts";
import { formatSize } from "./format-size.ts";
import type { PipCache } from "./pip-cache.ts";
import type { PipOptions } from "./pip-options.ts";

/** From this size on pip shows how a download goes. */
const LARGE = 512 * 1024;

/** Fetches a wheel or finds it in the cache, and tells so. @param indent how far in pip is while it does */
export function downloadWheel(
  process: Process,
  wheel: Wheel,
  file: string,
  cache: PipCache,
  options: PipOptions,
  indent = "",
): void {
  const say = (line: string): void => {
    if (options.quiet === 0) process.stdout.write(`${indent}${line}\n`);
  };
  if (cache.has(file)) return say(`Using cached ${file} (${formatSize(wheel.bytes)})`);
  say(`Downloading ${file} (${formatSize(wheel.bytes)})`);
  process.kernel.elapse(pipCost.download + wheel.bytes / pipCost.bytesPerMillisecond);
  if (wheel.bytes > LARGE && options.value("progress-bar") !== "off") {
    const size = (wheel.bytes / 1_000_000).toFixed(1);
    say(
      `   ${"━".repeat(40)} ${size}/${size} MB ${(pipCost.bytesPerMillisecond / 1000).toFixed(1)} MB/s  0:00:00`,
    );
  }
  cache.keep(file, wheel.bytes);
}
