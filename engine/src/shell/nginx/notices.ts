import { formatTime } from "../time/civil-time.ts";
import type { Process } from "../process.ts";
import type { LogLine } from "./log-lines.ts";
import type { Site } from "./site.ts";
import { writeLog } from "./write-log.ts";

/** Levels of the error log, the most urgent first. */
const LEVELS = ["emerg", "alert", "crit", "error", "warn", "notice", "info", "debug"];

/** Process numbers of the workers; the image's entry point has used up those before. */
export const WORKERS = [29, 30] as const;

/** Writes notices of the main process to the error log, where it listens to them: `MESSAGE` or `PID: MESSAGE`. */
export function notify(
  process: Process,
  site: Site,
  messages: readonly (readonly [pid: number, message: string])[],
): void {
  const [file = "/var/log/nginx/error.log", level = "error"] = site.main.words("error_log") ?? [];
  if (LEVELS.indexOf(level) < LEVELS.indexOf("notice")) return;
  const when = formatTime("%Y/%m/%d %H:%M:%S", Math.floor(process.kernel.now() / 1000));
  const lines: LogLine[] = messages.map(([pid, message]) => ({
    file,
    text: `${when} [notice] ${pid}#${pid}: ${message}`,
  }));
  writeLog(process, lines);
}
