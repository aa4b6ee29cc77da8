/** Hints for one way to fail: where the check's facts say so. */
export interface Ladder {
  readonly fact: string;
  /** The fact's value as text; without one the fact must only be there and say something: not false, null, 0, or empty. */
  readonly value?: string;
  /** General to specific. */
  readonly hints: readonly string[];
}

/** The hints that fit how a criterion failed: the first ladder whose fact holds, else the one for every other way. */
export function ladderFor(
  { hints, ladders = [] }: { readonly hints: readonly string[]; readonly ladders?: readonly Ladder[] },
  facts: Readonly<Record<string, unknown>>,
): readonly string[] {
  const fitting = ladders.find(({ fact, value }) => {
    const actual = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
    if (value !== undefined) return actual !== undefined && asText(actual) === value;
    return Array.isArray(actual) ? actual.length > 0 : Boolean(actual);
  });
  return fitting?.hints ?? hints;
}

const asText = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "");
