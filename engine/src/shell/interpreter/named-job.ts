import type { Job } from "./job.ts";
import type { Shell } from "./shell.ts";

/** The process number of the job that `%2`, `%%`, `%+`, `%-`, `%sleep` or nothing names (bash, "Job Control Basics"). */
export function namedJob(shell: Shell, word = "%+"): number | undefined {
  const jobs = [...shell.jobs];
  const found = (fits: (job: Job) => boolean): number | undefined =>
    jobs.findLast(([, job]) => fits(job))?.[0];
  const name = word.startsWith("%") ? word.slice(1) : word;
  if (/^[%+]?$/.test(name)) return jobs.at(-1)?.[0];
  if (name === "-") return (jobs.at(-2) ?? jobs.at(-1))?.[0];
  if (/^\d+$/.test(name)) return found(({ number }) => number === Number(name));
  return name.startsWith("?")
    ? found(({ text }) => text.includes(name.slice(1)))
    : found(({ text }) => text.startsWith(name));
}
