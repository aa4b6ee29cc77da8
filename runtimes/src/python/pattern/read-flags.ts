import { flagOf, TYPES } from "./flags.ts";
import type { PatternReader } from "./pattern-reader.ts";

const isLetter = (text: string): boolean => /^\p{L}/u.test(text);

/**
 * The flags of `(?` from `first`, which has been taken, up to its `)` or `:`.
 *
 * @returns those turned on and off for a part, or `{ whole }` for `(?flags)`
 */
export function readFlags(
  reader: PatternReader,
  first: string,
  bytes: boolean,
): { readonly on: number; readonly off: number } | { readonly whole: number } {
  let on = 0;
  let off = 0;
  let letter: string | null = first;
  const told = (otherwise: string): Error =>
    letter === null
      ? reader.problem(otherwise)
      : reader.problem(isLetter(letter) ? "unknown flag" : otherwise, Array.from(letter).length);
  if (letter !== "-") {
    for (;;) {
      const flag: number = flagOf(letter) ?? 0;
      if (letter === "L" && !bytes)
        throw reader.problem("bad inline flags: cannot use 'L' flag with a str pattern");
      if (letter === "u" && bytes)
        throw reader.problem("bad inline flags: cannot use 'u' flag with a bytes pattern");
      on |= flag;
      if (flag & TYPES && (on & TYPES) !== flag)
        throw reader.problem("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
      letter = reader.get();
      if (letter === ")" || letter === "-" || letter === ":") break;
      if (letter === null || flagOf(letter) === undefined) throw told("missing -, : or )");
    }
  }
  if (letter === ")") return { whole: on };
  if (letter === "-") {
    letter = reader.get();
    if (letter === null || flagOf(letter) === undefined) throw told("missing flag");
    for (;;) {
      const flag: number = flagOf(letter) ?? 0;
      if (flag & TYPES) throw reader.problem("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
      off |= flag;
      letter = reader.get();
      if (letter === ":") break;
      if (letter === null || flagOf(letter) === undefined) throw told("missing :");
    }
  }
  if (on & off) throw reader.problem("bad inline flags: flag turned on and off", 1);
  return { on, off };
}
