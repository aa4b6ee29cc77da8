import type { Word } from "unbash";
import { entriesOf, nextIndex } from "../interpreter/arrays.ts";
import type { Shell, Variable } from "../interpreter/shell.ts";
import { assign, valueOf } from "../interpreter/variables.ts";
import { arithmetic } from "./arithmetic.ts";
import { expandQuoted, expandText, wordOf } from "./word.ts";

/** What `[…]` means for this array: a name where it is keyed, else a number; negative ones count from the end. */
export function keyOf(shell: Shell, name: string, index: Word): string {
  const variable = shell.variables.get(name);
  if (variable?.keyed) return expandText(shell, index);
  const names = {
    get: (other: string) => valueOf(shell, other),
    set: (other: string, value: string) => assign(shell, other, value),
  };
  const number = arithmetic(expandQuoted(shell, expandText(shell, index)), names, "bash");
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
export function elementOf(shell: Shell, name: string, index: Word): string | undefined {
  if (index.text === "@" || index.text === "*") return undefined;
  const key = keyOf(shell, name, index);
  const variable = shell.variables.get(name);
  if (variable?.items) return variable.items.get(key);
  return variable ? (key === "0" ? variable.value : undefined) : valuesOf(shell, name)[Number(key)];
}

/** Carries out `(…)` of an assignment: words, and `[key]=value` pairs. */
export function fillArray(
  shell: Shell,
  variable: Variable,
  elements: readonly Word[],
  append: boolean,
  expand: (word: Word) => readonly string[],
  name: string,
): void {
  const old = append ? entriesOf(variable) : [];
  const items = new Map(old);
  let at = Math.max(-1, ...(variable.keyed ? [] : [...items.keys()].map(Number))) + 1;
  let pending: string | undefined;
  for (const word of elements) {
    const pair = /^\[([^\]]*)\]=([\s\S]*)$/.exec(word.text);
    if (pair) {
      const key = keyOf(shell, name, wordOf(pair[1] || "''"));
      items.set(key, pair[2] === "" ? "" : expandText(shell, wordOf(pair[2] ?? "")));
      if (!variable.keyed) at = Number(key) + 1;
      continue;
    }
    for (const value of expand(word)) {
      shell.kernel.spend(1);
      if (!variable.keyed) items.set(String(at++), value);
      else if (pending === undefined) pending = value;
      else {
        items.set(pending, value);
        pending = undefined;
      }
    }
  }
  if (pending !== undefined) items.set(pending, "");
  variable.items = items;
  variable.value = undefined;
}
