import { notSimulated } from "../../core/engine-error.ts";
import type { Shell } from "../interpreter/shell.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";
import { SIGNALS, signalOf } from "../signal.ts";
import { bashQuoted, quoted } from "../text/quoted.ts";

/** Traps of bash that are for no signal; ash has the first too. */
const OWN = new Set(["ERR", "DEBUG", "RETURN"]);
const isOwn = (shell: Shell, word: string): boolean =>
  (shell.dialect === "bash" && OWN.has(word)) || (shell.dialect === "ash" && word === "ERR");

export const trap: Builtin = {
  name: "trap",
  special: true,
  run(shell, args) {
    const { options, rest: words } = optionsOf(shell, args, shell.dialect === "bash" ? "lp" : "");
    if (options.has("l")) throw notSimulated("trap -l", "bash would list the numbers of all signals");
    if (words.length === 0) {
      const sorted = [...shell.traps].sort(([a], [b]) => SIGNALS.indexOf(a) - SIGNALS.indexOf(b));
      for (const [name, action] of sorted)
        shell.print(
          `trap -- ${(shell.dialect === "bash" ? bashQuoted : quoted)(action)} ${shell.dialect === "bash" && name !== "EXIT" && !OWN.has(name) ? "SIG" : ""}${name}\n`,
        );
      return 0;
    }
    const [first = ""] = words;
    const reset = words.length === 1 || /^\d+$/.test(first);
    const action = reset || first === "-" ? undefined : first;
    for (const word of reset && first !== "-" ? words : words.slice(1)) {
      const signal = isOwn(shell, word) ? word : signalOf(word, shell.dialect);
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
