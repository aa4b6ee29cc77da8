import { notSimulated } from "../../core/engine-error.ts";
import { regex, type Regex, RegexProblem } from "../regex/regex.ts";

/** Escapes that PCRE and the patterns of POSIX read alike. */
const SHARED = /[.*+?()[\]{}|^$\\wWsSb]/;

/**
 * A pattern of nginx, which is PCRE's, as far as POSIX reads it alike.
 * @throws {EngineError} NOT_SIMULATED for what only PCRE has: look-around, lazy repetition, named groups
 */
export function perlPattern(text: string, ignoreCase: boolean, place: string): Regex {
  const posix = toPosix(text);
  try {
    if (posix !== undefined) return regex(posix, { extended: true, ignoreCase });
  } catch (error) {
    if (!(error instanceof RegexProblem)) throw error;
  }
  throw notSimulated(`the pattern ${text} of nginx (${place})`, "match it as PCRE does");
}

function toPosix(text: string): string | undefined {
  let posix = "";
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    const next = text[at + 1] ?? "";
    if (sign === "\\") {
      at++;
      if (next === "d") posix += "[0-9]";
      else if (next === "/" || next === "-") posix += next;
      else if (SHARED.test(next)) posix += sign + next;
      else return undefined;
    } else if (sign === "(" && next === "?") {
      if (text[at + 2] !== ":") return undefined;
      at += 2;
      posix += "(";
    } else if (sign === "?" && /[*+?}]/.test(text[at - 1] ?? "")) return undefined;
    else posix += sign;
  }
  return posix;
}
