import type { Source } from "../interpreter/shell.ts";

const memo = new WeakMap<Source, readonly number[]>();

/** Number of the line that the offset `at` of the source stands in. */
export function lineAt(source: Source, at: number): number {
  let breaks = memo.get(source);
  if (!breaks) {
    const found: number[] = [];
    for (let i = source.text.indexOf("\n"); i >= 0; i = source.text.indexOf("\n", i + 1)) found.push(i);
    breaks = found;
    memo.set(source, breaks);
  }
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((breaks[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return source.line + low;
}
