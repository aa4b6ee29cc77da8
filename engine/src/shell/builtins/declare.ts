import { notSimulated } from "../../core/engine-error.ts";
import { compute } from "../expand/compute.ts";
import { ArrayItems } from "../interpreter/array-items.ts";
import { entriesOf } from "../interpreter/arrays.ts";
import { ShellError } from "../interpreter/jumps.ts";
import type { Shell, Variable } from "../interpreter/shell.ts";
import { assign, declare, isName, makeLocal, valueOf } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";

const escaped = (text: string): string => `"${text.replaceAll(/["\\$`]/g, "\\$&")}"`;

/** `declare -rx A="1"`, as `declare -p` shows a variable. */
function shown(name: string, variable: Variable): string {
  const flags = `${variable.items ? (variable.keyed ? "A" : "a") : ""}${variable.integer ? "i" : ""}${variable.readonly ? "r" : ""}${variable.exported ? "x" : ""}`;
  const head = `declare -${flags || "-"} ${name}`;
  if (variable.items) {
    const pairs = entriesOf(variable).map(
      ([key, value]) => `[${/^\w+$/.test(key) ? key : escaped(key)}]=${escaped(value)}`,
    );
    return `${head}=(${pairs.join(" ")}${variable.keyed && pairs.length > 0 ? " " : ""})\n`;
  }
  return variable.value === undefined ? `${head}\n` : `${head}=${escaped(variable.value)}\n`;
}

/** `declare -x A=1`, `declare -r`, `declare -a`, `declare -p`. */
export function declareAll(shell: Shell, args: readonly string[]): number {
  const isFlag = (word: string): boolean => /^[-+][a-zA-Z]+$/.test(word);
  const flags = args.filter((word) => isFlag(word) && word.startsWith("-")).join("");
  const off = args.filter((word) => isFlag(word) && word.startsWith("+")).join("");
  const words = args.filter((word) => !isFlag(word));
  if (/[nlu]/.test(flags))
    throw notSimulated(`declare ${flags}`, "bash would give the variable that attribute");
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
      if (variable && (words.length > 0 || wanted(variable))) shell.print(shown(name, variable));
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
    const variable =
      shell.scopes.length > 0 && !flags.includes("g") ? makeLocal(shell, name) : declare(shell, name);
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
