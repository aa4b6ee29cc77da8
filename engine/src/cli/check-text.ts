import { type CheckReport, checkReport } from "../build/progress/check-report.ts";
import type { BuildRequest } from "../build/request.ts";
import type { Daemon } from "../daemon/daemon.ts";

/** `docker build --check`: what it writes, and its exit status. */
export function checkText(daemon: Daemon, request: BuildRequest): CheckReport {
  const wanted: BuildRequest = { ...request, check: true };
  return checkReport(daemon.build(wanted, false), wanted);
}
