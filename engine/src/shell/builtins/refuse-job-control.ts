import { ShellError } from "../interpreter/jumps.ts";
import type { Shell } from "../interpreter/shell.ts";

/** `fg` and `bg` in a shell that runs a script: no job is under its control. */
export function refuseJobControl(shell: Shell, args: readonly string[]): never {
  if (shell.dialect === "bash") throw new ShellError("no job control", 1);
  const [word] = args;
  if (word === undefined) throw new ShellError("No current job");
  throw new ShellError(shell.dialect === "dash" ? `No such job: ${word}` : `${word}: no such job`);
}
