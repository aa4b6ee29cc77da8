import { ShellError } from "../interpreter/jumps.ts";
import { formatText } from "../text/format-text.ts";
import type { Builtin } from "./builtin.ts";

const USAGE = { dash: "usage: printf format [arg ...]", ash: "usage: printf FORMAT [ARG]...", bash: "usage: printf [-v var] format [arguments]" } as const;

export const printf: Builtin = {
  name: "printf",
  run(shell, args) {
    const [format, ...values] = args[0] === "--" ? args.slice(1) : args;
    if (format === undefined) throw new ShellError(USAGE[shell.dialect]);
    const complain = (words: string): void => shell.complain(words);
    const { text, status } = formatText(format, values, shell.dialect, complain);
    shell.print(text);
    return status;
  },
};
