import { existsSync, statSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { wantsColour } from "../output/coloured.ts";
import { exit, type ExitStatus, UsageError } from "../exit-status.ts";
import type { Seen } from "./seen.ts";
import { showSeen } from "./show-seen.ts";
import { WatchedFolders } from "./watch-folders.ts";
import type { WatchMessage } from "./watch-worker.ts";

/** Milliseconds without a change until the lesson is looked at: an editor writes a file in several steps. */
const QUIET = 120;
/** How often a folder is read again that changes under the reader's hands. */
const TRIES = 5;
/** And how often, in milliseconds, one that is not there. */
const AWAY = 1000;

/**
 * `drydock-grade check --watch LESSON`: looks at the lesson, and again whenever a file of it is saved, until Ctrl-C.
 *
 * The work is done in a thread: a save ends what is under way and begins anew, and Ctrl-C ends all at once.
 */
export function watchLesson(folder: string): Promise<ExitStatus> {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`there is no lesson folder ${folder}`);
  const terminal = process.stdout.isTTY;
  return new Promise((resolve, reject) => {
    let worker: Worker | undefined;
    let busy = false;
    let tries = 0;
    let timer: NodeJS.Timeout | undefined;

    let shown: (() => void) | undefined;
    const show = (seen: Seen, done: boolean): void => {
      // Not a terminal: one block for each look, when it is complete.
      if (!terminal && !done) return;
      shown = () => {
        const { columns, rows } = process.stdout;
        const text = showSeen(seen, wantsColour(), terminal ? { columns, rows } : undefined);
        process.stdout.write(`${terminal ? "\x1b[H\x1b[2J\x1b[3J" : ""}${text}`);
        if (done) process.stdout.write("\nSave a file to look again, Ctrl-C to end.\n");
      };
      shown();
    };
    const again = (): void => shown?.();
    const look = (): void => {
      watched.sync();
      if (busy) {
        void worker?.removeAllListeners().terminate();
        worker = undefined;
      }
      worker ??= open();
      busy = true;
      worker.postMessage("look");
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, QUIET);
    };
    const open = (): Worker => {
      const opened = new Worker(new URL("./watch-worker.ts", import.meta.url), { workerData: folder });
      opened.on("message", (message: WatchMessage) => {
        if (message.kind === "seen") {
          tries = 0;
          busy = !message.done;
          show(message.seen, message.done);
          return;
        }
        busy = false;
        if (tries++ < TRIES) return later();
        if (tries === TRIES + 1) show({ problems: [message.why] }, true);
        // The folder itself is away, and nobody tells when it comes back.
        timer = setTimeout(look, AWAY);
      });
      opened.on("error", (error) => finish(() => reject(error)));
      return opened;
    };

    const watched = new WatchedFolders(folder, () => {
      tries = 0;
      later();
    });
    const stop = (): void => finish(() => resolve(exit.graded));
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      watched.close();
      process.stdout.off("resize", again);
      if (worker) void worker.removeAllListeners().terminate().then(settle);
      else settle();
    };
    // For good: Ctrl-C may come twice, from the terminal and from who started this.
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
    process.stdout.on("resize", again);
    look();
  });
}
