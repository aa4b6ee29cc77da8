import { basename } from "../../vfs/path.ts";
import type { Process } from "../process.ts";

/** The version that Alpine's package database names: `1.37.0`. */
function version(process: Process): string | undefined {
  const database = process.files.read("/lib/apk/db/installed");
  const text = typeof database === "string" ? undefined : database.text;
  return text === undefined ? undefined : /^P:busybox\nV:([\d.]+)/m.exec(text)?.[1];
}

/**
 * What busybox prints where it refuses a command line: its banner, and how the applet is used. The banner's date of build and the
 * applet's own text are not carried, and that is said.
 */
export function busyboxUsage(process: Process): void {
  const known = version(process);
  process.stderr.write(
    `BusyBox ${known === undefined ? "" : `v${known} `}multi-call binary.\n\nUsage: ${basename(process.argv[0] ?? "")} [drydock: the rest of this help text is not carried]\n`,
  );
}
