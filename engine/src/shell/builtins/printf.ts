import { keyOf } from "../expand/compute.ts";
import { ArrayItems } from "../interpreter/array-items.ts";
import { entriesOf } from "../interpreter/arrays.ts";
import { ShellError } from "../interpreter/jumps.ts";
import type { Shell } from "../interpreter/shell.ts";
import { assign, declare } from "../interpreter/variables.ts";
import { formatText } from "../text/format-text.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";

const USAGE = {
  dash: "usage: printf format [arg ...]",
  ash: "usage: printf FORMAT [ARGUMENT...]",
  bash: "usage: printf [-v var] format [arguments]",
} as const;

export const printf: Builtin = {
  name: "printf",
  run(shell, args) {
    const { options, rest } =
      shell.dialect === "ash"
        ? { options: undefined, rest: args[0] === "--" ? args.slice(1) : args }
        : optionsOf(shell, args, shell.dialect === "bash" ? "v:" : "");
    const target = options?.get("v");
    const [format, ...values] = rest;
    const complain = (words: string): void => {
      if (shell.dialect === "ash") shell.output(2)?.write(`${shell.applet}: ${words}\n`);
      else shell.complain(words);
    };
    if (format === undefined) {
      if (shell.dialect === "bash") shell.output(2)?.write(`printf: ${USAGE.bash}\n`);
      else complain(USAGE[shell.dialect]);
      return 2;
    }
    const { text, status } = formatText(
      format,
      values,
      shell.dialect,
      complain,
      Math.floor(shell.kernel.now() / 1000),
    );
    if (target === undefined) shell.print(text);
    else assignTo(shell, target, text);
    return status;
  },
};

/** `-v name` or `-v name[index]`. */
function assignTo(shell: Shell, target: string, text: string): void {
  const [, name = "", index] = /^([A-Za-z_]\w*)(?:\[([^]*)\])?$/.exec(target) ?? [];
  if (name === "") throw new ShellError(`\`${target}': not a valid identifier`, 2);
  if (index === undefined) {
    assign(shell, name, text);
    return;
  }
  const variable = declare(shell, name);
  if (!variable.items) variable.items = ArrayItems.of(entriesOf(variable));
  variable.items.set(keyOf(shell, name, index), text);
}
