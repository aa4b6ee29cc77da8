import { ShellError } from "../interpreter/jumps.ts";
import type { Builtin } from "./builtin.ts";

/** Whatever was started has ended, so there is nothing to signal but the shell itself. */
export const kill: Builtin = {
  name: "kill",
  run(shell, args) {
    const words = args.filter((word, i) => !word.startsWith("-") && args[i - 1] !== "-s");
    for (const word of words) {
      if (!/^\d+$/.test(word)) {
        if (shell.dialect === "dash") throw new ShellError(`Illegal number: ${word}`);
        throw new ShellError(shell.dialect === "ash" ? `bad pid '${word}'` : `${word}: arguments must be process or job IDs`, 1);
      }
      if (Number(word) === shell.process.pid) {
        if (args[0] !== "-0") throw new ShellError("", 143, true);
      } else throw new ShellError(shell.dialect === "bash" ? `(${word}) - No such process` : shell.dialect === "ash" ? `can't kill pid ${word}: No such process` : "No such process", 1);
    }
    return 0;
  },
};
