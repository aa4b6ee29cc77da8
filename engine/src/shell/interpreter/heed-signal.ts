import { SIGNALS } from "../signal.ts";
import { Exit, Killed, Terminated } from "./jumps.ts";
import type { Shell } from "./shell.ts";

/** Signals that bash has a handler for as soon as it has an EXIT trap (its terminating_signals). */
const ENDING = new Set(
  "HUP INT ILL TRAP ABRT BUS SEGV SYS PIPE ALRM TERM XCPU XFSZ VTALRM PROF USR1 USR2".split(" "),
);

/**
 * What a shell that is the first process makes of a signal between two commands, or while it waits: its trap, or nothing. dash
 * and ash that were given a script have a handler of their own for SIGINT, which ends them, by way of their EXIT trap where
 * nothing can kill them [measured on Docker 28.5.2].
 *
 * @returns whether it ran a trap
 * @throws {Exit} {Killed} where it ends the shell
 */
export function heedSignal(shell: Shell, signal: string, waits: boolean): boolean {
  const { kernel } = shell;
  const action = shell.traps.get(signal);
  const status = 128 + SIGNALS.indexOf(signal);
  if (action === undefined) {
    const isInterrupt = signal === "INT";
    if (shell.dialect === "bash") {
      if (endsByTrap(shell, signal) && (waits || !isInterrupt)) {
        kernel.heed();
        throw new Exit(status);
      }
      // The command that it stood by did not end by it.
      if (isInterrupt && !waits) kernel.heed();
    } else if (isInterrupt && catchesInterrupt(shell)) {
      kernel.heed();
      throw kernel.hasInit ? new Killed(signal) : new Exit(status);
    }
    return false;
  }
  kernel.heed();
  if (action === "") return false;
  const { status: before } = shell;
  shell.interpreter.text(shell, action);
  shell.status = before;
  return true;
}

/** What ends a shell in the middle of a command, when the signal comes; undefined: the command goes on. */
export const interruption = (shell: Shell, signal: string): Terminated | undefined =>
  signal !== "INT" && shell.traps.get(signal) === undefined && endsByTrap(shell, signal)
    ? new Terminated(shell.process.pid, 128 + SIGNALS.indexOf(signal))
    : undefined;

const endsByTrap = ({ dialect, traps }: Shell, signal: string): boolean =>
  dialect === "bash" && Boolean(traps.get("EXIT")) && ENDING.has(signal);

const catchesInterrupt = ({ isSubshell, options }: Shell): boolean =>
  !isSubshell && (options.has("command") || !options.has("stdin"));
