import type { Shell } from "../interpreter/shell.ts";
import { assign, valueOf } from "../interpreter/variables.ts";
import { arithmetic } from "./arithmetic.ts";
import { unsetError } from "./parameter.ts";

/** Value of an arithmetic text with the variables of a shell; its `$` are expanded already. Work is spent by its length. */
export function compute(shell: Shell, text: string): bigint {
  shell.kernel.spend(text.length >> 2);
  const get = (name: string): string | undefined => {
    const value = valueOf(shell, name);
    if (value === undefined && shell.options.has("nounset")) throw unsetError(shell, name);
    return value;
  };
  return arithmetic(text, { get, set: (name, value) => assign(shell, name, value) }, shell.dialect);
}
