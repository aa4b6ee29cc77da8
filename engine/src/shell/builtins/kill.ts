import { Exit, ShellError } from "../interpreter/jumps.ts";
import type { Shell } from "../interpreter/shell.ts";
import type { Builtin } from "./builtin.ts";
import { signalOf } from "./trap.ts";

/** Process 1 of a container feels only what it has a handler for, SIGKILL from inside included (signal(7), pid_namespaces(7)). */
function signalToFirst(shell: Shell, args: readonly string[]): void {
  const word = args[0] === "-s" ? args[1] : args[0]?.startsWith("-") ? args[0].slice(1) : "TERM";
  const action = shell.traps.get(signalOf(word ?? "TERM") ?? "");
  if (action !== undefined) shell.interpreter.text(shell, action);
}

const NUMBERS: Readonly<Record<string, number>> = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  KILL: 9,
  USR1: 10,
  USR2: 12,
  TERM: 15,
};

/** The signal that `-9`, `-KILL` or `-s KILL` asks for; TERM where none is named. */
function numberOf(args: readonly string[]): number {
  const [first = "", second = ""] = args;
  const word = first === "-s" ? second : first.startsWith("-") ? first.slice(1) : "TERM";
  return /^\d+$/.test(word) ? Number(word) : (NUMBERS[word.replace(/^SIG/, "")] ?? 15);
}

/** Whatever was started has ended, so there is nothing to signal but the shell itself. */
export const kill: Builtin = {
  name: "kill",
  run(shell, args) {
    const words = args.filter((word, i) => !word.startsWith("-") && args[i - 1] !== "-s");
    for (const word of words) {
      if (!/^\d+$/.test(word)) {
        if (shell.dialect === "dash") throw new ShellError(`Illegal number: ${word}`);
        if (shell.dialect === "ash") {
          shell.output(2)?.write(`${shell.applet}: invalid number '${word}'\n`);
          return 1;
        }
        throw new ShellError(`${word}: arguments must be process or job IDs`, 1);
      }
      if (Number(word) === 1 && shell.process.pid === 1) signalToFirst(shell, args);
      else if (Number(word) === shell.process.pid) {
        if (args[0] !== "-0") throw new Exit(128 + numberOf(args));
      } else
        throw new ShellError(
          shell.dialect === "bash"
            ? `(${word}) - No such process`
            : shell.dialect === "ash"
              ? `can't kill pid ${word}: No such process`
              : "No such process",
          1,
        );
    }
    return 0;
  },
};
