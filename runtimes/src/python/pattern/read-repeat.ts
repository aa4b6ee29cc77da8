import type { PatternReader } from "./pattern-reader.ts";
import type { PatternNode } from "./pattern-tree.ts";

const DIGIT = /^[0-9]$/;
const MOST = 2 ** 32 - 1;

/** The repetition that `token`, which has been taken, begins; undefined where it begins none. `{` may be a plain character. */
export function readRepeat(
  reader: PatternReader,
  token: string,
  item: PatternNode | undefined,
  version: number,
): PatternNode | undefined {
  const start = reader.place - 1;
  const counts = readCounts(reader, token);
  if (!counts) return undefined;
  const back = reader.place - start;
  const { min, max } = counts;
  if (min >= MOST || (max !== Infinity && max >= MOST)) throw new RepeatTooLarge();
  if (max < min) throw reader.problem("min repeat greater than max repeat", back - 1);
  if (!item || item.type === "place") throw reader.problem("nothing to repeat", back);
  if (item.type === "repeat") throw reader.problem("multiple repeat", back);
  if (reader.take("?")) return { type: "repeat", min, max, how: "lazy", body: item };
  const possessive = version >= 11 && reader.take("+");
  return { type: "repeat", min, max, how: possessive ? "possessive" : "greedy", body: item };
}

function readCounts(
  reader: PatternReader,
  token: string,
): { readonly min: number; readonly max: number } | undefined {
  if (token === "*") return { min: 0, max: Infinity };
  if (token === "+") return { min: 1, max: Infinity };
  if (token === "?") return { min: 0, max: 1 };
  if (token !== "{" || reader.next === "}") return undefined;
  const here = reader.place;
  const low = reader.while(Infinity, DIGIT);
  const high = reader.take(",") ? reader.while(Infinity, DIGIT) : low;
  if (!reader.take("}")) {
    reader.seek(here);
    return undefined;
  }
  return { min: low ? Number(low) : 0, max: high ? Number(high) : Infinity };
}

/** A count that CPython cannot hold. */
export class RepeatTooLarge extends Error {}
