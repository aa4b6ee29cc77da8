import { jobLine } from "./job-line.ts";
import type { Shell } from "./shell.ts";

/** Before a prompt: which jobs have ended since the last one. Then nobody knows of them any more. */
export function tellJobs(shell: Shell): void {
  const now = shell.kernel.now();
  const ended = [...shell.jobs].filter(([, { status, until }]) => status !== undefined && until <= now);
  for (const [pid, job] of ended) shell.output(2)?.write(jobLine(shell, pid, job));
  for (const [pid] of ended) shell.jobs.delete(pid);
}
