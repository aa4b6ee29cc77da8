import type { Word } from "unbash";
import { entriesOf, nextIndex } from "../interpreter/arrays.ts";
import type { Shell } from "../interpreter/shell.ts";
import { assign, valueOf } from "../interpreter/variables.ts";
import { arithmetic } from "./arithmetic.ts";

/** Puts the values into an index: as a name where the array is keyed, else as an arithmetic text. */
export type ExpandIndex = (shell: Shell, index: Word, keyed: boolean) => string;

/** What `[…]` means for this array: a name where it is keyed, else a number; negative ones count from the end. */
export function keyOf(shell: Shell, name: string, index: Word, expand: ExpandIndex): string {
  const variable = shell.variables.get(name);
  const text = expand(shell, index, variable?.keyed === true);
  if (variable?.keyed) return text;
  const names = {
    get: (other: string) => valueOf(shell, other),
    set: (other: string, value: string) => assign(shell, other, value),
  };
  const number = arithmetic(text, names, "bash");
  return String(number < 0n ? number + BigInt(nextIndex(variable)) : number);
}

/** The values that `${name[@]}` stands for. */
export function valuesOf(shell: Shell, name: string): string[] {
  if (name === "PIPESTATUS" && shell.dialect === "bash")
    return (shell.pipeStatus ?? [shell.status]).map(String);
  if (name === "FUNCNAME" && shell.dialect === "bash") return [...shell.calls].reverse();
  return entriesOf(shell.variables.get(name)).map(([, value]) => value);
}

/** The keys that `${!name[@]}` stands for. */
export const keysOf = (shell: Shell, name: string): string[] =>
  entriesOf(shell.variables.get(name)).map(([key]) => key);

/** `${name[index]}`; undefined where the array has no such element. */
export function elementOf(shell: Shell, name: string, index: Word, expand: ExpandIndex): string | undefined {
  if (index.text === "@" || index.text === "*") return undefined;
  const key = keyOf(shell, name, index, expand);
  const variable = shell.variables.get(name);
  if (variable?.items) return variable.items.get(key);
  return variable ? (key === "0" ? variable.value : undefined) : valuesOf(shell, name)[Number(key)];
}
