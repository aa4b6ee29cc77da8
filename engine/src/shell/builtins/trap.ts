import { notSimulated } from "../../core/engine-error.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";
import { SIGNALS, signalOf } from "../signal.ts";
import { quoted } from "./quoted.ts";

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
          `trap -- ${quoted(action)} ${shell.dialect === "bash" && name !== "EXIT" && name !== "ERR" ? "SIG" : ""}${name}\n`,
        );
      return 0;
    }
    const [first = ""] = words;
    const reset = words.length === 1 || /^\d+$/.test(first);
    const action = reset || first === "-" ? undefined : first;
    for (const word of reset && first !== "-" ? words : words.slice(1)) {
      const signal = shell.dialect === "bash" && word === "ERR" ? word : signalOf(word, shell.dialect);
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
