/** Lines `from…` of the old text that were replaced by lines of the new one; either side may be empty. */
export interface LineChange {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/**
 * What turns one list of lines into another, fewest lines first (Myers, "An O(ND) difference algorithm"), each change
 * slid down as far as it goes, as GNU diff does.
 *
 * @param spend counts the work: one unit a step
 */
export function lineChanges(
  a: readonly string[],
  b: readonly string[],
  spend: (steps: number) => void,
): LineChange[] {
  const removed = new Set<number>();
  const added = new Set<number>();
  mark(a, b, removed, added, spend);
  slide(a, removed, added, b.length);
  slide(b, added, removed, a.length);
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [oldFrom, newFrom] = [i, j];
    while (removed.has(i)) i++;
    while (added.has(j)) j++;
    if (i > oldFrom || j > newFrom) changes.push({ oldFrom, oldTo: i, newFrom, newTo: j });
    else {
      i++;
      j++;
    }
  }
  return changes;
}

function mark(
  a: readonly string[],
  b: readonly string[],
  removed: Set<number>,
  added: Set<number>,
  spend: (steps: number) => void,
): void {
  const trail: Map<number, number>[] = [];
  let reach = new Map([[1, 0]]);
  const at = (map: ReadonlyMap<number, number>, k: number): number => map.get(k) ?? -1;
  for (let d = 0; d <= a.length + b.length; d++) {
    trail.push(reach);
    const next = new Map(reach);
    spend(d + 1);
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(next, k - 1) < at(next, k + 1));
      let x = down ? at(next, k + 1) : at(next, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) {
        trace(trail, a.length, b.length, removed, added);
        return;
      }
    }
    reach = next;
  }
}

/** Walks back from the end over what each round had reached. */
function trace(
  trail: readonly ReadonlyMap<number, number>[],
  x: number,
  y: number,
  removed: Set<number>,
  added: Set<number>,
): void {
  for (let d = trail.length - 1; d > 0; d--) {
    const reach = trail[d] ?? new Map<number, number>();
    const k = x - y;
    const at = (diagonal: number): number => reach.get(diagonal) ?? -1;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const before = down ? k + 1 : k - 1;
    x = at(before);
    y = x - before;
    if (down) added.add(y);
    else removed.add(x);
  }
}

/** Moves each run of marked lines down while the line after it equals its first one, and nothing marked on the other side is in the way. */
function slide(
  lines: readonly string[],
  marked: Set<number>,
  other: ReadonlySet<number>,
  otherLength: number,
): void {
  let partner = 0;
  for (let i = 0; i < lines.length; i++) {
    while (partner < otherLength && other.has(partner)) partner++;
    if (!marked.has(i)) {
      partner++;
      continue;
    }
    let start = i;
    let end = i;
    while (marked.has(end)) end++;
    while (
      end < lines.length &&
      lines[start] === lines[end] &&
      !other.has(partner) &&
      !other.has(partner + 1)
    ) {
      marked.delete(start++);
      marked.add(end++);
      partner++;
      while (marked.has(end)) end++;
    }
    i = end - 1;
  }
}
