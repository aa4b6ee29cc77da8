/**
 * The order in which pip installs: what others need comes first.
 *
 * As pip/_internal/resolution/resolvelib/resolver.py (get_topological_weights): leaves are taken off in rounds, each round
 * weighing what is left; the heaviest come first, of equals the later name.
 */
export function installOrder(
  keys: readonly string[],
  edges: ReadonlyMap<string, readonly string[]>,
): string[] {
  const left = new Set(keys);
  const weights = new Map<string, number>();
  for (;;) {
    const leaves = [...left].filter((key) => !(edges.get(key) ?? []).some((next) => left.has(next)));
    if (leaves.length === 0) break;
    // The graph counts a root that wants everything.
    for (const key of leaves) weights.set(key, left.size);
    for (const key of leaves) left.delete(key);
  }
  // What is left needs one another in a circle.
  for (const key of left) weights.set(key, 0);
  return [...keys].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || (a < b ? 1 : -1));
}
