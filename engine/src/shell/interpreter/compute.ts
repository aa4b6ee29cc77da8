import { arithmetic } from "../expand/arithmetic.ts";
import { expandQuoted } from "../expand/word.ts";
import type { Shell } from "./shell.ts";
import { assign, valueOf } from "./variables.ts";

/** `((…))` of bash: the value of an arithmetic text whose `$` are not yet expanded. */
export function compute(shell: Shell, text: string): bigint {
  const names = {
    get: (name: string) => valueOf(shell, name),
    set: (name: string, value: string) => assign(shell, name, value),
  };
  return arithmetic(expandQuoted(shell, text), names, shell.dialect);
}
