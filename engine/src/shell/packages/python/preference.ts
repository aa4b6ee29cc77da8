import type { Wanted } from "./resolve.ts";

/** Rank of an open package: the resolver looks at the least first (resolvelib/provider.py, get_preference). */
export function preference(
  key: string,
  all: readonly { readonly wanted: Wanted; readonly at: number }[],
): (number | string)[] {
  const clauses = all.flatMap(({ wanted }) => wanted.requirement.clauses);
  const pinned = clauses.some(({ operator, version }) => operator.startsWith("==") && !version.endsWith("*"));
  const bounded = clauses.some(
    ({ operator, version }) =>
      operator === "<" ||
      operator === "<=" ||
      operator === "~=" ||
      (operator === "==" && version.endsWith("*")),
  );
  const asked = all.filter(({ wanted }) => wanted.asked).map(({ at }) => at);
  return [
    pinned ? 0 : 1,
    bounded ? 0 : 1,
    asked.length > 0 ? Math.min(...asked) : Number.MAX_SAFE_INTEGER,
    clauses.length > 0 ? 0 : 1,
    key,
  ];
}

/** Does the first rank come before the second? */
export function preferred(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  for (let i = 0; i < a.length; i++) {
    const [x = 0, y = 0] = [a[i], b[i]];
    if (x !== y) return x < y;
  }
  return false;
}
