import { Exit } from "./jumps.ts";
import type { Shell } from "./shell.ts";

/** `set -e`: a failure that nobody looks at ends the shell. */
export function checked(shell: Shell, status: number): number {
  shell.status = status;
  if (status === 0 || shell.tested > 0) return status;
  const action = shell.traps.get("ERR");
  if (action !== undefined && (shell.calls.length === 0 || shell.options.has("errtrace"))) {
    lookingAway(shell, () => shell.interpreter.text(shell, action));
    shell.status = status;
  }
  if (shell.options.has("errexit")) throw new Exit(status);
  return status;
}

/** Runs what `set -e` does not mind: conditions, and all but the last of `&&` and `||`. */
export function lookingAway(shell: Shell, body: () => number): number {
  shell.tested++;
  try {
    return body();
  } finally {
    shell.tested--;
  }
}
