import type { Word } from "unbash";
import { entriesOf } from "../interpreter/arrays.ts";
import { ShellError } from "../interpreter/jumps.ts";
import type { Shell } from "../interpreter/shell.ts";
import { targetOf } from "../interpreter/variables.ts";
import { keyOf as computeKey } from "./compute.ts";

/** Puts the values into an index: as a name where the array is keyed, else as an arithmetic text. */
export type ExpandIndex = (shell: Shell, index: Word, keyed: boolean) => string;

/** What `[…]` means for this array: a name where it is keyed, else a number; negative ones count from the end. */
export function keyOf(shell: Shell, name: string, index: Word, expand: ExpandIndex): string {
  return computeKey(
    shell,
    name,
    expand(shell, index, shell.variables.get(targetOf(shell, name))?.keyed === true),
  );
}

/** The values that `${name[@]}` stands for. */
export function valuesOf(shell: Shell, name: string): string[] {
  if (name === "PIPESTATUS" && shell.dialect === "bash")
    return (shell.pipeStatus ?? [shell.status]).map(String);
  if (name === "FUNCNAME" && shell.dialect === "bash") {
    const calls = [...shell.calls].reverse();
    if (calls.length === 0) return calls;
    return [...calls, ...(shell.sourced > 0 ? ["source"] : shell.fromFile ? ["main"] : [])];
  }
  if (name === "BASH_SOURCE" && shell.dialect === "bash") return [...shell.scripts].reverse();
  if (name === "BASH_VERSINFO" && shell.dialect === "bash")
    return ["5", "2", "15", "1", "release", "x86_64-pc-linux-gnu"];
  return entries(shell, name).map(([, value]) => value);
}

/** The keys that `${!name[@]}` stands for. */
export const keysOf = (shell: Shell, name: string): string[] => entries(shell, name).map(([key]) => key);

/** The array in bash's order, the work of it spent. */
function entries(shell: Shell, name: string): (readonly [string, string])[] {
  const variable = shell.variables.get(targetOf(shell, name));
  shell.kernel.spend((variable?.items?.size ?? 0) >> (variable?.keyed ? 0 : 3));
  return entriesOf(variable);
}

/** `${name[index]}`; undefined where the array has no such element. */
export function elementOf(shell: Shell, name: string, index: Word, expand: ExpandIndex): string | undefined {
  if (index.text === "@" || index.text === "*") return undefined;
  let key: string;
  try {
    key = keyOf(shell, name, index, expand);
  } catch (error) {
    // An index before the first is told, and stands for nothing.
    if (!(error instanceof ShellError) || error.fatal) throw error;
    shell.complain(error.message);
    return "";
  }
  const variable = shell.variables.get(targetOf(shell, name));
  if (variable?.items) return variable.items.get(key);
  return variable ? (key === "0" ? variable.value : undefined) : valuesOf(shell, name)[Number(key)];
}
