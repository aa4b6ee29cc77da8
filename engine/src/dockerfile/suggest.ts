/** A hint is given below this edit distance (BuildKit's `suggest.Search`). */
const NEAR = 3;

/** The option nearest to a word, undefined if none is near. An exact match gives none: the word was not the mistake.
 *  Where case does not matter the answer is lower case, or upper case for a word that is. Of equally near ones
 *  the first wins [measured on BuildKit 0.25.2: variables are offered in the order in which they were set]. */
export function nearest(word: string, options: Iterable<string>, caseSensitive = true): string | undefined {
  const wanted = caseSensitive ? word : word.toLowerCase();
  let best = NEAR;
  let found: string | undefined;
  for (const option of options) {
    const offered = caseSensitive ? option : option.toLowerCase();
    if (offered === wanted) return undefined;
    const far = distance(wanted, offered, NEAR);
    if (far >= best) continue;
    best = far;
    found = offered;
  }
  return caseSensitive || word !== word.toUpperCase() ? found : found?.toUpperCase();
}

/** A message with ` (did you mean x?)` where something is near. */
export function suggest(
  message: string,
  word: string,
  options: Iterable<string>,
  caseSensitive = true,
): string {
  const found = nearest(word, options, caseSensitive);
  return found === undefined ? message : `${message} (did you mean ${found}?)`;
}

/** Levenshtein distance; anything from `limit` up is reported as `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row[b.length] ?? limit;
}
