import { type CheckReport, checkReport } from "../../build/progress/check-report.ts";
import { buildView } from "../../build/progress/tty.ts";
import type { BuildRequest } from "../../build/request.ts";
import type { LiveView } from "../../core/live-view.ts";
import type { Daemon } from "../../daemon/daemon.ts";

/** `docker build --check`: what it writes, and its exit status. */
export function checkText(daemon: Daemon, request: BuildRequest): CheckReport & { readonly live: LiveView } {
  const wanted: BuildRequest = { ...request, check: true };
  const result = daemon.build(wanted, false);
  return { ...checkReport(result, wanted), live: buildView(result, wanted, true) };
}
