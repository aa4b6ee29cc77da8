import { isArray, isObject, type Json } from "./json.ts";

/** Order of the kinds: null, false, true, numbers, strings, arrays, objects (manual, `sort`). */
function rank(value: Json): number {
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 2 : 1;
  if (typeof value === "number") return 3;
  if (typeof value === "string") return 4;
  return isArray(value) ? 5 : 6;
}

/** Code points, not UTF-16 code units: jq compares the bytes of UTF-8. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

export const sortedKeys = (value: ReadonlyMap<string, Json>): string[] =>
  Array.from(value.keys()).toSorted(compareText);

/** jq's order of any two values; `nan` is less than every number. Objects: by their sorted keys first, then by the values. */
export function compareJson(a: Json, b: Json): number {
  if (a === b) return 0;
  const kinds = rank(a) - rank(b);
  if (kinds !== 0) return kinds;
  if (typeof a === "number" && typeof b === "number") return Number.isNaN(a) || a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  if (isArray(a) && isArray(b)) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const difference = compareJson(a[i] ?? null, b[i] ?? null);
      if (difference !== 0) return difference;
    }
    return a.length - b.length;
  }
  if (!isObject(a) || !isObject(b)) return 0;
  const [left, right] = [sortedKeys(a), sortedKeys(b)];
  const keys = compareJson(left, right);
  if (keys !== 0) return keys;
  for (const key of left) {
    const difference = compareJson(a.get(key) ?? null, b.get(key) ?? null);
    if (difference !== 0) return difference;
  }
  return 0;
}
