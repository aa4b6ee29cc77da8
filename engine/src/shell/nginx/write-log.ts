import type { Process } from "../process.ts";
import { openOutput } from "../streams/open-file.ts";
import type { LogLine } from "./log-lines.ts";

/** Appends lines to their log files; the image links them to the container's output. A log that cannot be opened is left out. */
export function writeLog(process: Process, lines: readonly LogLine[]): void {
  for (const { file, text } of lines) {
    const path = file === "stderr" ? "/dev/stderr" : file;
    const output = openOutput(process, path, { append: true }, process);
    if (typeof output !== "string") output.write(`${text}\n`);
  }
  process.kernel.flush();
}
