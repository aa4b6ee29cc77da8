import type { CompoundList, Statement } from "unbash";
import { answerPending } from "./pending.ts";
import { heedSignal } from "./heed-signal.ts";
import { startJob } from "./start-job.ts";
import type { Shell } from "./shell.ts";

/** Runs commands one after another, those with a `&` in the background. @returns the last status */
export function statements(shell: Shell, commands: readonly Statement[]): number {
  for (const statement of commands) {
    if (statement.background) {
      startJob(shell, statement);
      shell.status = 0;
    } else shell.status = shell.interpreter.node(shell, statement.command);
    if (shell.pending.length > 0) answerPending(shell);
    if (shell.process.pid === shell.kernel.hearer) answerSignal(shell);
  }
  return shell.status;
}

/** A shell that hears the signals from outside answers between two commands, as every shell does. What runs in a subshell of it is another process. */
function answerSignal(shell: Shell): void {
  if (shell.isSubshell) return;
  const signal = shell.kernel.takeSignal();
  if (signal !== undefined) heedSignal(shell, signal, false);
}

/** An empty list leaves status 0 behind. */
export const list = (shell: Shell, body: CompoundList): number =>
  body.commands.length === 0 ? 0 : statements(shell, body.commands);
