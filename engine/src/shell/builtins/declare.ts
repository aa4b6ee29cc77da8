import type { Shell } from "../interpreter/shell.ts";
import { assign, declare, makeLocal } from "../interpreter/variables.ts";
import type { Builtin } from "./builtin.ts";

/** `declare -x A=1`, `declare -r`, `declare -a`. */
export function declareAll(shell: Shell, args: readonly string[]): number {
  const flags = args.filter((word) => /^-[a-zA-Z]+$/.test(word)).join("");
  for (const word of args.filter((argument) => !/^[-+][a-zA-Z]+$/.test(argument))) {
    const at = word.indexOf("=");
    const name = at < 0 ? word : word.slice(0, at);
    const variable =
      shell.scopes.length > 0 && !flags.includes("g") ? makeLocal(shell, name) : declare(shell, name);
    if (at >= 0) assign(shell, name, word.slice(at + 1));
    if (flags.includes("x")) variable.exported = true;
    if (flags.includes("r")) variable.readonly = true;
    if (flags.includes("a")) variable.items ??= [];
  }
  return 0;
}

export const declareBuiltin: Builtin = { name: "declare", dialects: ["bash"], run: declareAll };
