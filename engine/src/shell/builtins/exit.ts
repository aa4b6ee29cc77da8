import { Exit, ShellError } from "../interpreter/jumps.ts";
import type { Builtin } from "./builtin.ts";
import { statusOf } from "./number.ts";

export const exit: Builtin = {
  name: "exit",
  special: true,
  run(shell, [word]) {
    if (shell.dialect === "bash" && word !== undefined && !/^[-+]?\d+$/.test(word)) {
      shell.complain(`${word}: numeric argument required`);
      throw new Exit(2);
    }
    if (word === undefined) throw new Exit(shell.status);
    const status = statusOf(shell, word);
    if (Number.isNaN(status)) throw new ShellError(`Illegal number: ${word}`);
    throw new Exit(status & 0xff);
  },
};
