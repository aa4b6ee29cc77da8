import * as z from "zod/mini";
import type { Ladder } from "./ladder.ts";

/** Hints as they are written: one ladder, or several by fact, of which `else` is for every other way to fail. */
export type WrittenHints = readonly string[] | Readonly<Record<string, readonly string[]>>;

const ELSE = "else";

const byFact = z.record(z.string(), z.array(z.string())).check(
  z.refine(
    (map) => Object.hasOwn(map, ELSE),
    "expected a ladder that is called else, for every other way to fail; there is none",
  ),
  z.refine(
    (map) => Object.keys(map).every((key) => /^[A-Za-z]\w*(?: *= *.+)?$/.test(key)),
    "expected keys that are the name of a fact, or NAME=VALUE",
  ),
);

export const hintsSchema: z.ZodMiniType<WrittenHints> = z.union(
  [z.array(z.string()), byFact],
  "a list of hints, or a map from facts (NAME or NAME=VALUE, and else) to lists",
);

/** The ladder for every way to fail, and those for special ones in the order in which they are written. */
export function laddersOf(written: WrittenHints): {
  readonly hints: readonly string[];
  readonly ladders?: readonly Ladder[];
} {
  if (isList(written)) return { hints: written };
  const ladders = Object.entries(written).flatMap(([key, hints]): Ladder[] => {
    if (key === ELSE) return [];
    const [fact = "", ...value] = key.split("=");
    return [{ fact: fact.trim(), ...(value.length > 0 ? { value: value.join("=").trim() } : {}), hints }];
  });
  return { hints: written[ELSE] ?? [], ladders };
}

const isList = (written: WrittenHints): written is readonly string[] => Array.isArray(written);
