import { notSimulated } from "../../core/engine-error.ts";
import type { Builtin } from "./builtin.ts";
import { quoted } from "./quoted.ts";

const SIGNALS = [
  "EXIT",
  "HUP",
  "INT",
  "QUIT",
  "ILL",
  "TRAP",
  "ABRT",
  "BUS",
  "FPE",
  "KILL",
  "USR1",
  "SEGV",
  "USR2",
  "PIPE",
  "ALRM",
  "TERM",
  "STKFLT",
  "CHLD",
  "CONT",
  "STOP",
  "TSTP",
  "TTIN",
  "TTOU",
  "URG",
  "XCPU",
  "XFSZ",
  "VTALRM",
  "PROF",
  "WINCH",
  "IO",
  "PWR",
  "SYS",
];

/** `TERM` of `15`, `term` or `SIGTERM`; undefined where it is no signal. */
export function signalOf(word: string): string | undefined {
  if (/^\d+$/.test(word)) return SIGNALS[Number(word)];
  const name = word.toUpperCase().replace(/^SIG/, "");
  return SIGNALS.includes(name) ? name : undefined;
}

export const trap: Builtin = {
  name: "trap",
  special: true,
  run(shell, args) {
    const words = args[0] === "--" ? args.slice(1) : args;
    if (words.length === 0) {
      const sorted = [...shell.traps].sort(([a], [b]) => SIGNALS.indexOf(a) - SIGNALS.indexOf(b));
      for (const [name, action] of sorted) shell.print(`trap -- ${quoted(action)} ${name}\n`);
      return 0;
    }
    const [first = ""] = words;
    const reset = words.length === 1 || /^\d+$/.test(first);
    const action = reset || first === "-" ? undefined : first;
    for (const word of reset && first !== "-" ? words : words.slice(1)) {
      const signal = shell.dialect === "bash" && word === "ERR" ? word : signalOf(word);
      if (shell.dialect === "bash" && (word === "DEBUG" || word === "RETURN"))
        throw notSimulated(`trap … ${word}`, "bash would run the trap at more places");
      if (signal === undefined) {
        if (shell.dialect === "dash") shell.output(2)?.write(`trap: ${word}: bad trap\n`);
        else
          shell.complain(
            shell.dialect === "ash"
              ? `${word}: invalid signal specification`
              : `${word}: invalid signal specification`,
          );
        return 1;
      }
      if (action === undefined) shell.traps.delete(signal);
      else shell.traps.set(signal, action);
    }
    return 0;
  },
};
