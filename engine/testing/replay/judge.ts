import type { Difference, Facet, KnownDifferences } from "./transcript.ts";

/** What stands for a reason until a person has written one. */
export const NO_REASON = "?";

/**
 * Holds the differences of a step against the known ones.
 *
 * @returns complaints: what is not listed, what is listed and does not differ any more, what is listed without a reason.
 */
export function judge(differences: readonly Difference[], known: KnownDifferences): string[] {
  const found = new Set<Facet>(differences.map(({ facet }) => facet));
  return [
    ...differences.filter(({ facet }) => !known.has(facet)).map(({ told }) => told),
    ...[...known.keys()]
      .filter((facet) => !found.has(facet))
      .map((facet) => `${facet} is as in Docker now: take the line \`~ ${facet}: …\` out`),
    ...[...known]
      .filter(([, reason]) => reason === NO_REASON)
      .map(([facet]) => `\`~ ${facet}: ${NO_REASON}\` needs a reason`),
  ];
}
