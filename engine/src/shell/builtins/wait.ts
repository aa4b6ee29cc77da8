import { ShellError } from "../interpreter/jumps.ts";
import { heedSignal } from "../interpreter/heed-signal.ts";
import { tellEnding } from "../interpreter/tell-ending.ts";
import type { Job } from "../interpreter/job.ts";
import { namedJob } from "../interpreter/named-job.ts";
import type { Shell } from "../interpreter/shell.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";
import { SIGNALS } from "../signal.ts";

/** The job that the word names. @returns the exit status of `wait` where there is none */
function jobOf(shell: Shell, word: string): Job | number {
  const { dialect } = shell;
  if (/^\d+$/.test(word)) {
    const job = shell.jobs.get(Number(word));
    if (job === undefined && dialect === "bash") shell.complain(`pid ${word} is not a child of this shell`);
    return job ?? 127;
  }
  if (word.startsWith("%")) {
    const pid = namedJob(shell, word);
    const job = pid === undefined ? undefined : shell.jobs.get(pid);
    if (job !== undefined) return job;
    if (dialect === "dash") throw new ShellError(`No such job: ${word}`);
    if (dialect === "ash") throw new ShellError(`${word}: no such job`);
    shell.complain(`${word}: no such job`);
    return 127;
  }
  if (dialect === "bash") throw new ShellError(`\`${word}': not a pid or valid job spec`, 1);
  throw new ShellError(`Illegal number: ${word}`);
}

/** Waits while the job does. @returns the status of `wait` where a signal with a trap ended it (POSIX 2.12) */
function interrupted(shell: Shell, job: Job): number | undefined {
  const { kernel, process } = shell;
  for (;;) {
    const left = job.until - kernel.now();
    if (job.status !== undefined && left <= 0) return undefined;
    const signal =
      job.status === undefined ? kernel.untilSignal(process.pid, "wait") : kernel.pause(process.pid, left);
    if (signal === undefined) return undefined;
    if (heedSignal(shell, signal, true)) return 128 + SIGNALS.indexOf(signal);
  }
}

/** Waits for what runs in the background. Most of it has run to its end already, and its status is known. */
export const wait: Builtin = {
  name: "wait",
  run(shell, args) {
    const { options, rest } = optionsOf(shell, args, { dash: "", ash: "n", bash: "fnp:" }[shell.dialect]);
    const jobs = [...shell.jobs.values()];
    shell.kernel.spend(jobs.length >> 3);
    if (options.has("n")) {
      const ended = jobs.filter(({ status }) => status !== undefined).toSorted((a, b) => a.until - b.until);
      const job = ended[0] ?? jobs.at(-1);
      return job === undefined ? 127 : (interrupted(shell, job) ?? job.status ?? 127);
    }
    let status = 0;
    for (const job of rest.length > 0 ? rest.map((word) => jobOf(shell, word)) : jobs) {
      if (typeof job === "number") {
        status = job;
        continue;
      }
      const signal = interrupted(shell, job);
      if (signal !== undefined) return signal;
      if (rest.length > 0 && job.ending !== undefined && !shell.controls)
        tellEnding(shell, job.ending, job.text);
      if (!shell.controls) job.ending = undefined;
      status = rest.length > 0 ? (job.status ?? 127) : 0;
    }
    // Who waits for all in bash is done with them; dash and ash know their statuses until they need the room.
    if (rest.length === 0 && shell.dialect === "bash" && !shell.controls) shell.jobs.clear();
    return status;
  },
};
