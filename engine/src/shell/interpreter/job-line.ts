import type { Job } from "./job.ts";
import type { Shell } from "./shell.ts";
import { endingWords } from "./tell-ending.ts";

/** Columns before the command. */
const COLUMN = 24;

const stateOf = ({ status, until, ending }: Job, now: number): string => {
  if (status === undefined || until > now) return "Running";
  if (ending !== undefined) return endingWords(ending) ?? "Done";
  return status === 0 ? "Done" : `Exit ${status}`;
};

/** A subshell as bash prints it: with room within its brackets. */
const shown = (text: string): string => text.replace(/^\(\s*([^]*?)\s*\)$/, "( $1 )");

/** `[1]+  Running                 sleep 100 &`: what bash says of a job, the current one marked `+` and the one before it `-`. */
export function jobLine(shell: Shell, pid: number, job: Job, withNumber = false): string {
  const [current, previous] = [...shell.jobs.keys()].toReversed();
  const mark = pid === current ? "+" : pid === previous ? "-" : " ";
  const state = stateOf(job, shell.kernel.now());
  const number = withNumber ? `${pid} ` : " ";
  return `[${job.number}]${mark} ${number}${state.padEnd(COLUMN)}${shown(job.text)}${state === "Running" ? " &" : ""}\n`;
}
