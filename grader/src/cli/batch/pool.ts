import { Worker } from "node:worker_threads";
import type { Done, Telling } from "./done.ts";
import type { Handed } from "../handed/handed.ts";
import { HEAP_LIMITS } from "./small-heaps.ts";
import { limitTime, tookTooLong } from "../single/time-limit.ts";

export interface WorkerSetup {
  readonly lesson: string;
  readonly formats: readonly string[];
  /** Folder of verdicts that were reached before. */
  readonly cache?: string | undefined;
  readonly telling: Telling;
}
export interface Job {
  readonly index: number;
  readonly handed: Handed;
}
interface Answer {
  readonly index: number;
  readonly done: Done;
}

interface Seat {
  worker: Worker;
  job: Job | undefined;
  /** Calls the limit of the job's time off. */
  unlimit: (() => void) | undefined;
  /** Loaded: only from then on does its time count. */
  ready: boolean;
}

/** Results that may wait for an earlier one, and characters of them. */
const WINDOW = { results: 1024, characters: 16e6 };

/**
 * Runs jobs on worker threads and hands the results over in order of the jobs.
 *
 * At most a `WINDOW` of results waits for an earlier one, so memory does not grow with the number of jobs, and one that takes long does not
 * hold up the others. It rejects with what `result` throws. A job that takes longer than `limit` allows, or whose worker dies, comes to what `spoil` makes of it; its worker is ended and replaced.
 */
export function runPool(
  handed: readonly Handed[],
  setup: WorkerSetup,
  size: number,
  limit: number,
  on: { result(done: Done, index: number): void; spoil(job: Job, why: string): Done; stopped(): boolean },
): Promise<void> {
  return new Promise((resolve, reject) => {
    let next = 0;
    let written = 0;
    let ended = false;
    let characters = 0;
    const waiting = new Map<number, Done>();
    const seats = new Set<Seat>();

    const end = (): void => {
      ended = true;
      for (const { worker, unlimit } of seats) {
        unlimit?.();
        void worker.terminate();
      }
    };
    const finish = (): void => {
      end();
      resolve();
    };
    /* What goes wrong while a result is written, a full disk, ends the run; thrown from an event it would end the process in no order. */
    const settle = (answer: Answer): void => {
      try {
        take(answer);
      } catch (error) {
        end();
        reject(error);
      }
    };
    const take = ({ index, done }: Answer): void => {
      if (ended) return;
      waiting.set(index, done);
      characters += lengthOf(done);
      for (let ready = waiting.get(written); ready; ready = waiting.get(written)) {
        waiting.delete(written);
        characters -= lengthOf(ready);
        on.result(ready, written++);
      }
      if (written === handed.length || on.stopped()) finish();
      else for (const seat of seats) feed(seat);
    };
    const feed = (seat: Seat): void => {
      if (ended || !seat.ready || seat.job || next >= handed.length) return;
      if (next - written >= WINDOW.results || characters >= WINDOW.characters) return;
      const following = handed[next];
      if (!following) return;
      const job: Job = { index: next++, handed: following };
      seat.job = job;
      seat.unlimit = limitTime(seat.worker, limit, () => replace(seat, tookTooLong(limit)));
      seat.worker.postMessage(job);
    };
    const replace = (seat: Seat, why: string): void => {
      const { job, worker, unlimit } = seat;
      unlimit?.();
      seats.delete(seat);
      worker.removeAllListeners();
      worker.on("error", () => undefined);
      void worker.terminate();
      if (ended) return;
      open();
      if (job) settle({ index: job.index, done: on.spoil(job, why) });
    };
    const open = (): void => {
      const worker = new Worker(new URL("./worker.ts", import.meta.url), {
        workerData: setup,
        resourceLimits: HEAP_LIMITS,
      });
      const seat: Seat = { worker, job: undefined, unlimit: undefined, ready: false };
      seats.add(seat);
      worker.on("message", (message: Answer | "ready") => {
        if (message === "ready") seat.ready = true;
        else {
          seat.unlimit?.();
          seat.job = undefined;
          settle(message);
        }
        feed(seat);
      });
      worker.on("error", (error: Error) => {
        if (seat.ready) replace(seat, error.message);
        else if (!ended) {
          ended = true;
          reject(error);
        }
      });
    };
    if (handed.length === 0 || on.stopped()) finish();
    else for (let i = 0; i < Math.min(size, handed.length); i++) open();
  });
}

const lengthOf = ({ entries: { each, line } }: Done): number =>
  each.reduce((sum, entry) => sum + entry.length, line.length);
