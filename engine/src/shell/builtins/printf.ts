import { ShellError } from "../interpreter/jumps.ts";
import { assign } from "../interpreter/variables.ts";
import { formatText } from "../text/format-text.ts";
import type { Builtin } from "./builtin.ts";

const USAGE = {
  dash: "usage: printf format [arg ...]",
  ash: "usage: printf FORMAT [ARGUMENT...]",
  bash: "usage: printf [-v var] format [arguments]",
} as const;

export const printf: Builtin = {
  name: "printf",
  run(shell, args) {
    const target = shell.dialect === "bash" && args[0] === "-v" ? args[1] : undefined;
    const words = target === undefined ? args : args.slice(2);
    const [format, ...values] = words[0] === "--" ? words.slice(1) : words;
    const complain = (words: string): void => {
      if (shell.dialect === "ash") shell.output(2)?.write(`${shell.applet}: ${words}\n`);
      else shell.complain(words);
    };
    if (format === undefined) {
      if (shell.dialect !== "ash") throw new ShellError(USAGE[shell.dialect]);
      complain(USAGE.ash);
      return 2;
    }
    const { text, status } = formatText(format, values, shell.dialect, complain);
    if (target === undefined) shell.print(text);
    else assign(shell, target, text);
    return status;
  },
};
