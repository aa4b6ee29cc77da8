import { ShellError } from "../interpreter/jumps.ts";
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
    const [format, ...values] = args[0] === "--" ? args.slice(1) : args;
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
    shell.print(text);
    return status;
  },
};
