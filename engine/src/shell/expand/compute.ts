import { ArrayItems } from "../interpreter/array-items.ts";
import { entriesOf, nextIndex } from "../interpreter/arrays.ts";
import { ShellError } from "../interpreter/jumps.ts";
import type { Shell } from "../interpreter/shell.ts";
import { assign, declare, targetOf, valueOf } from "../interpreter/variables.ts";
import { arithmetic } from "./arithmetic.ts";
import { unsetError } from "./parameter.ts";

/** Value of an arithmetic text with the variables of a shell; its `$` are expanded already. Work is spent by its length. */
export function compute(shell: Shell, text: string): bigint {
  shell.kernel.spend(text.length >> 2);
  const get = (name: string): string | undefined => {
    const [array, index] = parted(name);
    const value = index === undefined ? valueOf(shell, name) : element(shell, array, index);
    // dash and ash compute with 0.
    if (value === undefined && shell.dialect === "bash" && shell.options.has("nounset"))
      throw unsetError(shell, name);
    return value;
  };
  const set = (name: string, value: string): void => {
    const [array, index] = parted(name);
    if (index === undefined) return assign(shell, name, value);
    const key = keyOf(shell, array, index);
    const variable = declare(shell, array);
    variable.items ??= ArrayItems.of(entriesOf(variable));
    variable.items.set(key, value);
  };
  return arithmetic(text, { get, set }, shell.dialect);
}

/** What an index of bash means for this array: a name where it is keyed, else a number; negative ones count from the end. */
export function keyOf(shell: Shell, name: string, index: string): string {
  const variable = shell.variables.get(targetOf(shell, name));
  if (variable?.keyed) return index;
  const number = compute(shell, index);
  const key = number < 0n ? number + BigInt(nextIndex(variable)) : number;
  if (key < 0n) throw new ShellError(`${name}: bad array subscript`, 1);
  return String(key);
}

/** `a[1]` is `a` and `1`. */
function parted(name: string): readonly [string, string | undefined] {
  const at = name.indexOf("[");
  return at < 0 ? [name, undefined] : [name.slice(0, at), name.slice(at + 1, -1)];
}

function element(shell: Shell, name: string, index: string): string | undefined {
  const variable = shell.variables.get(targetOf(shell, name));
  const key = keyOf(shell, name, index);
  return variable?.items ? variable.items.get(key) : key === "0" ? variable?.value : undefined;
}
