import { ShellError } from "../interpreter/jumps.ts";
import { jobLine } from "../interpreter/job-line.ts";
import { namedJob } from "../interpreter/named-job.ts";
import type { Shell } from "../interpreter/shell.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";

/** What somebody sees who types: all jobs, or those that are named. Of those that have ended nobody knows any more. */
function list(
  shell: Shell,
  options: Pick<ReadonlyMap<string, string>, "has">,
  words: readonly string[],
): number {
  let status = 0;
  const pids = words.length === 0 ? [...shell.jobs.keys()] : words.map((word) => namedJob(shell, word));
  const lines = pids.map((pid, at) => {
    const job = pid === undefined ? undefined : shell.jobs.get(pid);
    if (pid === undefined || !job) {
      shell.complain(`${words[at] ?? ""}: no such job`);
      status = 1;
      return "";
    }
    if (options.has("p")) return `${pid}\n`;
    const runs = job.until > shell.kernel.now();
    return options.has("r") && !runs ? "" : jobLine(shell, pid, job, options.has("l"));
  });
  shell.print(lines.join(""));
  for (const pid of pids)
    if (pid !== undefined && (shell.jobs.get(pid)?.until ?? 0) <= shell.kernel.now()) shell.jobs.delete(pid);
  return status;
}

/** A shell that is not interactive has nothing to say of what it started: that has ended. */
export const jobs: Builtin = {
  name: "jobs",
  run(shell, args) {
    const { options, rest } = optionsOf(shell, args, shell.dialect === "bash" ? "lnprsx" : "lp");
    if (shell.controls) return list(shell, options, rest);
    const [name] = rest;
    if (name === undefined) return 0;
    throw new ShellError(
      shell.dialect === "dash" ? `No such job: ${name}` : `${name}: no such job`,
      shell.dialect === "bash" ? 1 : 2,
    );
  },
};
