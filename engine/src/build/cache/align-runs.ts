import type { StepInputs } from "../solve/step-inputs.ts";

/** Above this many pairs of lines the middle is paired by kind alone: the time of a build must stay bounded. */
const MAX_PAIRS = 250_000;

const keyword = (text: string): string => text.slice(0, text.indexOf(" "));

/** Length of the longest common subsequence of `a` from i and `b` from j, for all i and j. */
function table(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [here, below] = [rows[i], rows[i + 1]];
      if (!here || !below) continue;
      here[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0);
    }
  }
  return rows;
}

/** Pairs (i, j) of equal texts, in order, as many as possible. */
function anchors(a: readonly string[], b: readonly string[]): [number, number][] {
  const pairs: [number, number][] = [];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) pairs.push([start, start++]);
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - start && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [left, right] = [a.slice(start, a.length - tail), b.slice(start, b.length - tail)];
  if (left.length * right.length <= MAX_PAIRS) {
    const rows = table(left, right);
    for (let i = 0, j = 0; i < left.length && j < right.length;) {
      if (left[i] === right[j]) pairs.push([start + i++, start + j++]);
      else if ((rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0)) i++;
      else j++;
    }
  }
  for (let k = tail; k > 0; k--) pairs.push([a.length - k, b.length - k]);
  return pairs;
}

/**
 * For each line of a stage its earlier run: the same text first, then an edited line of the same kind in the same gap.
 * A line that was not there before has none.
 */
export function alignRuns(
  before: readonly StepInputs[],
  texts: readonly string[],
): (StepInputs | undefined)[] {
  const found = new Array<StepInputs | undefined>(texts.length).fill(undefined);
  let [i, j] = [0, 0];
  const old = before.map(({ text }) => text);
  for (const [nextI, nextJ] of [...anchors(old, texts), [old.length, texts.length] as const]) {
    const gap = before.slice(i, nextI);
    for (; j < nextJ; j++) {
      const at = gap.findIndex(({ text }) => keyword(text) === keyword(texts[j] ?? ""));
      if (at >= 0) found[j] = gap.splice(0, at + 1).at(-1);
    }
    found[nextJ] = before[nextI];
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return found.slice(0, texts.length);
}
