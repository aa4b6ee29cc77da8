import type { Worker } from "node:worker_threads";

/** A submission may take this much processor time, in milliseconds; after that it is an error of ours and no score. */
export const TIME_LIMIT = 5000;

/** What whoever runs the command is told then. */
export const tookTooLong = (limit: number): string =>
  `it took longer than the ${limit / 1000} s of processor time that a submission may take`;

/** How much more the clock may show where the processor was somebody else's. */
const PATIENCE = 12;

/**
 * Calls `expire` when a worker's thread has used `limit` milliseconds of the processor from now on, or the clock shows `patience` times as
 * many: on a machine that is busy with other things nobody's work comes to an error for it. Returns what calls it off.
 *
 * A thread's time is asked for only when a job takes long, since that interrupts it. What it used before that counts as used in full.
 */
export function limitTime(
  worker: Worker,
  limit: number,
  expire: () => void,
  patience: number = PATIENCE,
): () => void {
  const begun = performance.now();
  const unmeasured = Math.min(1000, limit / 5);
  let before: number | undefined;
  let over = false;
  const look = async (): Promise<void> => {
    const now = await processorTime(worker);
    if (over) return;
    const elapsed = performance.now() - begun;
    if (now !== undefined) before ??= now;
    const used = now === undefined ? elapsed : unmeasured + now - (before ?? now);
    if (used >= limit || elapsed >= limit * patience) expire();
    else timer = setTimeout(look, Math.max(20, Math.min(limit - used, limit * patience - elapsed)));
  };
  let timer = setTimeout(look, unmeasured);
  return () => {
    over = true;
    clearTimeout(timer);
  };
}

/** Milliseconds that a thread has used; undefined where it cannot be asked, or does not answer for a second. */
async function processorTime(worker: Worker): Promise<number | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, 1000, undefined);
  });
  const told = worker.cpuUsage().then(
    ({ user, system }) => (user + system) / 1000,
    () => undefined,
  );
  const time = await Promise.race([told, silence]);
  clearTimeout(timer);
  return time;
}
