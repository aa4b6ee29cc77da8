import { Worker } from "node:worker_threads";
import type { ExitStatus } from "./exit-status.ts";

export interface WorkerSetup {
  readonly lesson: string;
  readonly formats: readonly string[];
}
export interface Job {
  readonly index: number;
  readonly path: string;
}
/** What one submission came to, as text for each report and a few figures. */
export interface Done {
  readonly index: number;
  readonly entries: readonly string[];
  readonly status: string;
  readonly exit: ExitStatus;
  readonly percent: number;
  readonly trouble?: string | undefined;
}

interface Seat {
  worker: Worker;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

const WINDOW = 64;

/**
 * Runs jobs on worker threads and hands the results over in order of the jobs.
 *
 * At most `WINDOW` results wait for an earlier one, so memory does not grow with the number of jobs. A job that takes longer than
 * `limit` milliseconds, or whose worker dies, comes to what `spoil` makes of it; its worker is ended and replaced.
 */
export function runPool(
  paths: readonly string[],
  setup: WorkerSetup,
  size: number,
  limit: number,
  on: { result(done: Done): void; spoil(job: Job, why: string): Done; stopped(): boolean },
): Promise<void> {
  return new Promise((resolve, reject) => {
    let next = 0;
    let written = 0;
    let ended = false;
    const waiting = new Map<number, Done>();
    const seats = new Set<Seat>();

    const finish = (): void => {
      ended = true;
      for (const { worker, timer } of seats) {
        clearTimeout(timer);
        void worker.terminate();
      }
      resolve();
    };
    const settle = (done: Done): void => {
      if (ended) return;
      waiting.set(done.index, done);
      for (let ready = waiting.get(written); ready; ready = waiting.get(written)) {
        waiting.delete(written++);
        on.result(ready);
      }
      if (written === paths.length || on.stopped()) finish();
      else for (const seat of seats) feed(seat);
    };
    const feed = (seat: Seat): void => {
      if (ended || seat.job || next >= paths.length || next - written >= WINDOW) return;
      const job: Job = { index: next, path: paths[next] ?? "" };
      next++;
      seat.job = job;
      seat.timer = setTimeout(() => replace(seat, "it took longer than it may"), limit);
      seat.worker.postMessage(job);
    };
    const replace = (seat: Seat, why: string): void => {
      const { job, worker, timer } = seat;
      clearTimeout(timer);
      seats.delete(seat);
      worker.removeAllListeners();
      worker.on("error", () => undefined);
      void worker.terminate();
      if (ended) return;
      open();
      if (job) settle(on.spoil(job, why));
    };
    const open = (): void => {
      const worker = new Worker(new URL("./worker.ts", import.meta.url), {
        workerData: setup,
        resourceLimits: { maxOldGenerationSizeMb: 768 },
      });
      const seat: Seat = { worker, job: undefined, timer: undefined };
      let started = false;
      seats.add(seat);
      worker.on("message", (message: Done | "ready") => {
        if (message === "ready") started = true;
        else {
          clearTimeout(seat.timer);
          seat.job = undefined;
          settle(message);
        }
        feed(seat);
      });
      worker.on("error", (error: Error) => {
        if (started) replace(seat, error.message);
        else if (!ended) {
          ended = true;
          reject(error);
        }
      });
    };
    if (paths.length === 0) finish();
    else for (let i = 0; i < Math.min(size, paths.length); i++) open();
  });
}
