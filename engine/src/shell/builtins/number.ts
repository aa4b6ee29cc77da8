import { Exit, LoopJump, ShellError } from "../interpreter/jumps.ts";
import type { Shell } from "../interpreter/shell.ts";

/** A builtin's numeric argument. @throws {ShellError} in the dialect's words */
export function statusOf(shell: Shell, word: string): number {
  if (/^\d{1,15}$/.test(word) || (shell.dialect === "bash" && /^-?\d{1,15}$/.test(word))) return Number(word);
  if (shell.dialect === "bash") throw new ShellError(`${word}: numeric argument required`, 2);
  throw new ShellError(
    shell.dialect === "dash"
      ? `Illegal number: ${word}`
      : `bad number '${word}'`.replace("bad number", "Illegal number:").replaceAll("'", ""),
  );
}

/** How many loops `break` and `continue` leave. @throws {ShellError} */
export function levelsOf(shell: Shell, word: string): number {
  if (shell.dialect === "bash" && !/^-?\d{1,15}$/.test(word)) {
    shell.complain(`${word}: numeric argument required`);
    throw new Exit(128);
  }
  const levels = statusOf(shell, word);
  if (levels > 0) return levels;
  if (shell.dialect === "bash") {
    // It leaves all loops.
    shell.complain(`${word}: loop count out of range`);
    throw shell.loops > 0 ? new LoopJump("break", shell.loops) : new ShellError("", 1);
  }
  throw new ShellError(`Illegal number: ${word}`);
}
