import { notSimulated } from "../../core/engine-error.ts";
import { compute } from "../expand/compute.ts";
import { ArrayItems } from "../interpreter/array-items.ts";
import { entriesOf } from "../interpreter/arrays.ts";
import { ShellError } from "../interpreter/jumps.ts";
import type { Shell, Variable } from "../interpreter/shell.ts";
import { assign, declare, isName, makeLocal, ownVariable, valueOf } from "../interpreter/variables.ts";
import { declaration } from "../interpreter/declaration.ts";
import type { Builtin } from "./builtin.ts";

/** `declare -x A=1`, `declare -r`, `declare -a`, `declare -p`. */
export function declareAll(shell: Shell, args: readonly string[]): number {
  const isFlag = (word: string): boolean => /^[-+][a-zA-Z]+$/.test(word);
  const flags = args.filter((word) => isFlag(word) && word.startsWith("-")).join("");
  const off = args.filter((word) => isFlag(word) && word.startsWith("+")).join("");
  const words = args.filter((word) => !isFlag(word));
  if (/[fF]/.test(flags)) {
    const missing = words.some((name) => !shell.functions.has(name));
    if (missing || words.length === 0) return missing ? 1 : 0;
    if (!flags.includes("F"))
      throw notSimulated("declare -f", "bash would print the function in its own layout");
    for (const name of words) shell.print(`${name}\n`);
    return 0;
  }
  if (flags.includes("p") || words.length === 0) {
    const wanted = (variable: Variable): boolean =>
      (!flags.includes("x") || variable.exported) && (!flags.includes("r") || variable.readonly);
    if (words.length === 0 && !/[xr]/.test(flags))
      throw notSimulated("a list of all variables of bash", "it would name bash's own variables too");
    let status = 0;
    const names = words.length > 0 ? words : [...shell.variables.keys()].sort();
    for (const name of names) {
      const variable = shell.variables.get(name);
      if (variable && (words.length > 0 || wanted(variable))) shell.print(`${declaration(name, variable)}\n`);
      else if (!variable) {
        shell.complain(`${name}: not found`);
        status = 1;
      }
    }
    return status;
  }
  for (const word of words) {
    const at = word.indexOf("=");
    const append = at > 0 && word[at - 1] === "+";
    const name = at < 0 ? word : word.slice(0, append ? at - 1 : at);
    if (!isName(name)) throw new ShellError(`\`${word}': not a valid identifier`, 1);
    const isLocal = shell.scopes.length > 0 && !flags.includes("g");
    const variable = isLocal
      ? makeLocal(shell, name)
      : /n/.test(flags + off)
        ? ownVariable(shell, name)
        : declare(shell, name);
    if (flags.includes("n")) {
      variable.refersTo = at < 0 ? variable.value : word.slice(at + 1);
      continue;
    }
    if (off.includes("n")) variable.refersTo = undefined;
    if (/[ul]/.test(flags)) variable.fold = flags.includes("u") ? "upper" : "lower";
    if (/[ul]/.test(off)) variable.fold = undefined;
    if (flags.includes("i")) variable.integer = true;
    if (/[aA]/.test(flags)) variable.items ??= ArrayItems.of(entriesOf(variable));
    if (flags.includes("A")) variable.keyed = true;
    if (at >= 0) {
      const text = (append ? (valueOf(shell, name) ?? "") : "") + word.slice(at + 1);
      assign(shell, name, variable.integer ? String(compute(shell, text)) : text);
    }
    if (flags.includes("x")) variable.exported = true;
    if (off.includes("x")) variable.exported = false;
    if (flags.includes("r")) variable.readonly = true;
  }
  return 0;
}

export const declareBuiltin: Builtin = { name: "declare", dialects: ["bash"], run: declareAll };
