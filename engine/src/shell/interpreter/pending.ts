import { Killed } from "./jumps.ts";
import type { Shell } from "./shell.ts";

/** Signals that end nobody who has no trap for them (signal(7)). */
const HARMLESS = new Set(["CHLD", "CONT", "URG", "WINCH", "STOP", "TSTP", "TTIN", "TTOU"]);

/**
 * Runs the traps of the signals that have come. One without a trap ends the shell; process 1 of a container feels only what it
 * has a handler for, SIGKILL from inside included (signal(7), pid_namespaces(7)), and busybox's ash does not heed SIGQUIT.
 */
export function answerPending(shell: Shell): void {
  for (let signal = shell.pending.shift(); signal !== undefined; signal = shell.pending.shift()) {
    const action = shell.traps.get(signal);
    if (action !== undefined && signal !== "KILL") {
      const { status } = shell;
      if (action !== "") shell.interpreter.text(shell, action);
      shell.status = status;
      continue;
    }
    const ignores = shell.process.pid === 1 || HARMLESS.has(signal);
    if (!ignores && !(shell.dialect === "ash" && signal === "QUIT")) throw new Killed(signal);
  }
}
