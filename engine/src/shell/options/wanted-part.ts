import { complain, type Options } from "./options.ts";
import type { Flavour, Process } from "../process.ts";
import { readCount } from "./read-count.ts";

/** How much `head` and `tail` are asked for: the last of `-n` and `-c` counts. */
export interface WantedPart {
  readonly bytes: boolean;
  /** As written, with its sign. */
  readonly word: string;
  readonly count: number;
}

/** @returns undefined where one of the counts is no number, which has been said. */
export function wantedPart(process: Process, options: Options, flavour: Flavour): WantedPart | undefined {
  const counts = options.given.filter(([letter]) => letter === "c" || letter === "n");
  const isHead = process.argv[0]?.endsWith("head") === true && flavour === "busybox";
  const wrong = counts.find(([, word]) => readCount(word) === undefined || (isHead && word.startsWith("+")));
  if (wrong) {
    const [letter, word] = wrong;
    const said =
      flavour === "gnu"
        ? `invalid number of ${letter === "c" ? "bytes" : "lines"}: '${word}'`
        : `invalid number '${word}'`;
    complain(process, flavour, said);
    return undefined;
  }
  const [unit, word] = counts.at(-1) ?? ["n", "10"];
  return { bytes: unit === "c", word, count: readCount(word) ?? 0 };
}
