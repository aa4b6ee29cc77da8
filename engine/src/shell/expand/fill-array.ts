import type { Word } from "unbash";
import { ArrayItems } from "../interpreter/array-items.ts";
import { entriesOf } from "../interpreter/arrays.ts";
import type { Shell, Variable } from "../interpreter/shell.ts";
import { keyOf } from "./array.ts";
import { expandIndex, expandText } from "./word.ts";
import { wordOf } from "./word-of.ts";

/** Carries out `(…)` of an assignment: words, and `[key]=value` pairs. */
export function fillArray(
  shell: Shell,
  variable: Variable,
  elements: readonly Word[],
  append: boolean,
  expand: (word: Word) => readonly string[],
  name: string,
): void {
  const items = append ? (variable.items ?? ArrayItems.of(entriesOf(variable))) : new ArrayItems();
  let at = items.next;
  let pending: string | undefined;
  for (const word of elements) {
    const pair = /^\[([^\]]*)\]=([\s\S]*)$/.exec(word.text);
    if (pair) {
      const key = keyOf(shell, name, wordOf(pair[1] || "''"), expandIndex);
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
