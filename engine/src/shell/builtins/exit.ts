import { Exit, ShellError } from "../interpreter/jumps.ts";
import type { Builtin } from "./builtin.ts";
import { statusOf } from "./number.ts";

export const exit: Builtin = {
  name: "exit",
  special: true,
  run(shell, [word, ...more]) {
    if (shell.dialect === "bash" && word !== undefined && !/^[-+]?\d+$/.test(word)) {
      shell.complain(`${word}: numeric argument required`);
      throw new Exit(2);
    }
    // In an EXIT trap ash and bash mean the status with which the shell was left, dash the one of the command before.
    if (word === undefined)
      throw new Exit(shell.dialect === "dash" ? shell.status : (shell.leaving ?? shell.status));
    if (shell.dialect === "bash" && more.length > 0) throw new ShellError("too many arguments", 1);
    const status = statusOf(shell, word);
    if (Number.isNaN(status)) throw new ShellError(`Illegal number: ${word}`);
    throw new Exit(status & 0xff);
  },
};
