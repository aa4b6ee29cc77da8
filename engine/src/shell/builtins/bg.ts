import { ShellError } from "../interpreter/jumps.ts";
import { namedJob } from "../interpreter/named-job.ts";
import type { Builtin } from "./builtin.ts";
import { refuseJobControl } from "./refuse-job-control.ts";

/** Nothing here is ever stopped by Ctrl-Z: whatever is a job runs. */
export const bg: Builtin = {
  name: "bg",
  run(shell, args) {
    if (!shell.controls) return refuseJobControl(shell, args);
    const pid = namedJob(shell, args[0]);
    const job = pid === undefined ? undefined : shell.jobs.get(pid);
    if (!job) throw new ShellError(`${args[0] ?? "current"}: no such job`, 1);
    shell.complain(`job ${job.number} already in background`);
    return 0;
  },
};
