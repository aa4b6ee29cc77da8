import type { LineCursor } from "./line-cursor.ts";
import { FACETS, type Facet, type KnownDifferences } from "./transcript.ts";

/** Known differences as lines: `~ facet: reason`. */
export const knownLines = (known: KnownDifferences): string[] =>
  [...known].map(([facet, reason]) => `~ ${facet}: ${reason}`);

export function readKnown(cursor: LineCursor): KnownDifferences {
  const known = new Map<Facet, string>();
  while (cursor.line?.startsWith("~ ")) {
    const [, word, reason] = /^~ (\w+): (.+)$/.exec(cursor.line) ?? [];
    const facet = FACETS.find((one) => one === word);
    if (facet === undefined || reason === undefined)
      return cursor.fail("a known difference is `~ facet: reason`");
    known.set(facet, reason);
    cursor.next();
  }
  return known;
}
