import { ShellError } from "../interpreter/jumps.ts";
import { namedJob } from "../interpreter/named-job.ts";
import type { Builtin } from "./builtin.ts";
import { refuseJobControl } from "./refuse-job-control.ts";

/** Waits for a job as if it had been started without `&`; its command is shown. */
export const fg: Builtin = {
  name: "fg",
  run(shell, args) {
    if (!shell.controls) return refuseJobControl(shell, args);
    const pid = namedJob(shell, args[0]);
    const job = pid === undefined ? undefined : shell.jobs.get(pid);
    if (pid === undefined || !job) throw new ShellError(`${args[0] ?? "current"}: no such job`, 1);
    shell.print(`${job.text}\n`);
    const left = job.until - shell.kernel.now();
    if (left > 0) shell.kernel.elapse(left);
    shell.jobs.delete(pid);
    return job.status ?? 0;
  },
};
