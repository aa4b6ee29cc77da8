import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expandWord } from "../dockerfile.ts";
import type { Row } from "../replay/checked.ts";
import { withoutEmpty } from "./without-empty.ts";

/** A word, and what BuildKit expands it to: as one word, split in words, with the variables that are not set. */
export interface WordCase {
  readonly id: string;
  readonly word: string;
  readonly escape: string;
  readonly expect: {
    readonly word?: string;
    readonly words?: readonly string[];
    readonly unmatched?: readonly string[];
    readonly error?: string;
  };
}

const FILE = join(import.meta.dirname, "../testdata/dockerfile/words.json");

/** Expands all recorded words. */
export function checkWords(): Row[] {
  const { env, cases }: { env: string[]; cases: WordCase[] } = JSON.parse(readFileSync(FILE, "utf8"));
  return cases.map(({ id, expect, ...input }) => {
    const [theirs, ours] = [told(expect), told(expandWord({ ...input, env }))];
    const differences =
      theirs === ours
        ? []
        : [{ facet: "syntax" as const, told: `${input.word} is\n${ours}\nof BuildKit\n${theirs}` }];
    return { id, step: "", known: new Map(), differences };
  });
}

function told(answer: Readonly<Record<string, unknown>>): string {
  const { error, word, words, unmatched, wordsError } = answer;
  if (error !== undefined) return JSON.stringify({ error });
  return JSON.stringify(
    withoutEmpty({
      word,
      words: wordsError === undefined ? words : undefined,
      unmatched: (unmatched as string[] | undefined)?.toSorted(),
    }),
    undefined,
    1,
  );
}
