import { ArrayItems } from "./array-items.ts";
import type { Variable } from "./shell.ts";

/** Where bash's hash table keeps a key: FNV-1 over its bytes, 1024 buckets. */
function bucket(key: string): number {
  let hash = 2_166_136_261;
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash, 16_777_619) ^ byte;
  return hash & 1023;
}

/** Keys and values of an array in bash's order: by number, or as its hash table holds the names. */
export function entriesOf(variable: Variable | undefined): (readonly [string, string])[] {
  if (!variable?.items) return variable?.value === undefined ? [] : [["0", variable.value]];
  const entries = [...variable.items];
  if (!variable.keyed && variable.items.ascending) return entries;
  if (!variable.keyed) return entries.sort(([a], [b]) => Number(a) - Number(b));
  return entries
    .reverse()
    .map((entry) => ({ entry, at: bucket(entry[0]) }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

/** Makes a list the whole content of an indexed array. */
export function setList(variable: Variable, values: readonly string[]): void {
  variable.items = ArrayItems.of(values.map((value, i) => [String(i), value]));
  variable.value = undefined;
}

/** One past the highest number of an indexed array. */
export function nextIndex(variable: Variable | undefined): number {
  return variable?.items?.next ?? (variable?.value === undefined ? 0 : 1);
}
