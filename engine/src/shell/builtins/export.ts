import { notSimulated } from "../../core/engine-error.ts";
import { ShellError } from "../interpreter/jumps.ts";
import type { Shell, Variable } from "../interpreter/shell.ts";
import { assign, declare, isName } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";
import { quoted } from "../text/quoted.ts";

/** `export` and `readonly`: marks variables, and lists those that are marked. */
export function mark(
  shell: Shell,
  args: readonly string[],
  flag: "exported" | "readonly",
  word: string,
): number {
  const letters = {
    dash: "p",
    ash: flag === "exported" ? "pn" : "p",
    bash: flag === "exported" ? "pnf" : "paAf",
  };
  const { options, rest: names } = optionsOf(shell, args, letters[shell.dialect]);
  const off = options.has("n");
  if (options.has("f") && names.some((name) => !shell.functions.has(name))) {
    shell.complain(`${names.find((name) => !shell.functions.has(name))}: not a function`);
    return 1;
  }
  if (options.has("f"))
    throw notSimulated(`${word} -f`, "bash would hand the function to programs it starts");
  if (names.length === 0) {
    const marked = [...shell.variables]
      .filter(([, variable]: [string, Variable]) => variable[flag])
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const form = shell.dialect === "bash" ? `declare -${flag === "exported" ? "x" : "r"}` : word;
    for (const [name, { value }] of marked)
      shell.print(
        `${form} ${name}${value === undefined ? "" : `=${shell.dialect === "bash" ? JSON.stringify(value) : quoted(value)}`}\n`,
      );
    return 0;
  }
  for (const argument of names) {
    const at = argument.indexOf("=");
    const name = at < 0 ? argument : argument.slice(0, at);
    if (!isName(name)) {
      if (shell.dialect !== "bash") throw new ShellError(`${name}: bad variable name`);
      shell.complain(`\`${argument}': not a valid identifier`);
      return 1;
    }
    if (at >= 0) assign(shell, name, argument.slice(at + 1));
    declare(shell, name)[flag] = !off;
  }
  return 0;
}

export const exportBuiltin: Builtin = {
  name: "export",
  special: true,
  run: (shell, args) => mark(shell, args, "exported", "export"),
};
