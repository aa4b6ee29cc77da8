/** What a letter more or less costs, and one that differs in case alone (`traceback._levenshtein_distance` of CPython). */
const MOVE = 2;
const CASE = 1;
/** Longer names get no suggestion. */
const LONGEST = 40;
const MOST_NAMES = 750;

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i * MOVE);
  for (const [i, left] of [...a].entries()) {
    const next = [(i + 1) * MOVE];
    for (const [j, right] of [...b].entries()) {
      const swap = left === right ? 0 : left.toLowerCase() === right.toLowerCase() ? CASE : MOVE;
      next.push(Math.min((row[j] ?? 0) + swap, (row[j + 1] ?? 0) + MOVE, (next[j] ?? 0) + MOVE));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The name that somebody who wrote `wrong` may have meant; undefined where none is near. Of equals, the first. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  if (wrong.length > LONGEST || names.length > MOST_NAMES) return undefined;
  let best = wrong.length;
  let found: string | undefined;
  for (const name of names) {
    if (name === wrong || name.length > LONGEST) continue;
    const most = Math.min(Math.floor(((name.length + wrong.length + 3) * MOVE) / 6), best - 1);
    if (Math.abs(name.length - wrong.length) * MOVE > most) continue;
    const cost = distance(wrong, name);
    if (cost > most) continue;
    found = name;
    best = cost;
  }
  return found;
}
