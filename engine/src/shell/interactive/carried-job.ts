import { SIGNALS } from "../signal.ts";
import type { Job } from "../interpreter/job.ts";
import type { Shell } from "../interpreter/shell.ts";
import type { HearingTerminal } from "./hearing-terminal.ts";

/** A job between two lines that somebody types, as plain data. */
export interface CarriedJob extends Pick<Job, "number" | "status" | "until" | "ending" | "text"> {
  readonly pid: number;
  /** When it last changes a file. */
  readonly acted: number;
  /** What it says on the terminal from now on, with simulated times. */
  readonly late: readonly {
    readonly at: number;
    readonly stream: "stdout" | "stderr";
    readonly text: string;
  }[];
}

type Late = CarriedJob["late"][number];

/** Gives the shell the jobs of the line before. */
export function takeJobs(shell: Shell, jobs: readonly CarriedJob[], terminal: HearingTerminal): void {
  const { kernel } = shell;
  const highest = Math.max(0, ...jobs.map(({ pid }) => pid));
  while (kernel.lastPid < highest) kernel.nextPid();
  for (const { pid, acted, late, ...job } of jobs) {
    for (const { at, stream, text } of late) kernel.later(pid, () => terminal[stream].write(text), at);
    shell.jobs.set(pid, {
      ...job,
      acted: () => acted,
      silence: () => kernel.forget(pid),
      heeds: () => undefined,
      signal: (name) => 128 + SIGNALS.indexOf(name),
    });
  }
}

/**
 * What is left of the jobs when the line has ended. What they have still to say to the terminal waits for its time; what goes
 * elsewhere is written.
 */
export function jobsLeft(shell: Shell, terminal: HearingTerminal): readonly CarriedJob[] {
  const late = new Map<number, Late[]>();
  const now = shell.kernel.now();
  for (const { at, job, say } of shell.kernel.takeLate()) {
    const mine = late.get(job) ?? [];
    late.set(job, mine);
    if (at > now) terminal.hearing((stream, text) => void mine.push({ at, stream, text }), say);
    else say();
  }
  return [...shell.jobs].map(([pid, { number, status, until, ending, text, acted }]) => ({
    pid,
    number,
    status,
    until,
    text,
    acted: acted(),
    late: late.get(pid) ?? [],
    ...(ending !== undefined && { ending }),
  }));
}
