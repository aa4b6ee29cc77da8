import { notSimulated } from "../../core/engine-error.ts";
import { regex, type Regex, RegexProblem } from "./regex.ts";

/** Escapes that PCRE and the patterns of POSIX read alike. */
const SHARED = /[.*+?()[\]{}|^$\\wWsSb]/;

/** Groups of a match are those that capture; `names` has the name of each, in the same order. */
export interface PerlPattern extends Regex {
  readonly names: readonly (string | undefined)[];
}

interface Posix {
  readonly pattern: string;
  /** For each group of `pattern`: its name, undefined where it has none, false where it does not capture. */
  readonly groups: readonly (string | undefined | false)[];
}

/**
 * A pattern of Perl's kind, as nginx and jq take it, as far as POSIX reads it alike.
 * @throws {EngineError} NOT_SIMULATED for what only Perl's kind has: look-around, lazy repetition; `whose` it is stands in it
 */
export function perlPattern(text: string, ignoreCase: boolean, whose: string): PerlPattern {
  const posix = toPosix(text);
  try {
    if (posix !== undefined) {
      const compiled = regex(posix.pattern, { extended: true, ignoreCase, first: true });
      const names = posix.groups.filter((name) => name !== false);
      return {
        names,
        exec(subject, from) {
          const match = compiled.exec(subject, from);
          return match?.filter((_, i) => i === 0 || posix.groups[i - 1] !== false);
        },
      };
    }
  } catch (error) {
    if (!(error instanceof RegexProblem)) throw error;
  }
  throw notSimulated(`the pattern ${text} of ${whose}`, "match it as Perl's patterns are matched");
}

function toPosix(text: string): Posix | undefined {
  let pattern = "";
  const groups: (string | undefined | false)[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    const next = text[at + 1] ?? "";
    if (sign === "\\") {
      at++;
      if (next === "d") pattern += "[0-9]";
      else if (next === "D") pattern += "[^0-9]";
      else if (next === "/" || next === "-") pattern += next;
      else if (SHARED.test(next)) pattern += sign + next;
      else return undefined;
    } else if (sign === "[") {
      const set = /^\[\^?\]?(?:\[:\w+:\]|\\[^]|[^\]\\[])*\]/.exec(text.slice(at, at + 200))?.[0];
      const read = set === undefined ? undefined : posixSet(set);
      if (set === undefined || read === undefined) return undefined;
      pattern += read;
      at += set.length - 1;
    } else if (sign === "(" && next === "?") {
      const head = /^\(\?(?::|<([A-Za-z_]\w*)>)/.exec(text.slice(at, at + 80));
      if (!head) return undefined;
      at += head[0].length - 1;
      groups.push(head[1] ?? false);
      pattern += "(";
    } else if (sign === "?" && /[*+?}]/.test(text[at - 1] ?? "")) return undefined;
    else {
      if (sign === "(") groups.push(undefined);
      pattern += sign;
    }
  }
  return { pattern, groups };
}

const IN_SET: Readonly<Record<string, string>> = {
  d: "0-9",
  w: "[:alnum:]_",
  s: "[:space:]",
  t: "\t",
  n: "\n",
};

/** A set without backslashes: what they take the meaning from stands where it has none. */
function posixSet(set: string): string | undefined {
  const [, not = "", inner = ""] = /^\[(\^?)([^]*)\]$/.exec(set) ?? [];
  if (!inner.includes("\\")) return set;
  let [first, last, wrong] = ["", "", false];
  const rest = inner.replaceAll(/\\([^])/g, (_, letter: string) => {
    if (/[\w]/.test(letter)) {
      wrong ||= IN_SET[letter] === undefined;
      return IN_SET[letter] ?? "";
    }
    if (letter === "]") first = "]";
    else if (letter === "-" || letter === "^") last = letter === "-" ? `${last}-` : `^${last}`;
    else return letter;
    return "";
  });
  if (wrong || (first !== "" && rest.startsWith("]"))) return undefined;
  const all = `${first}${rest}${last}`;
  return all === "" || (all.startsWith("^") && not === "") ? undefined : `[${not}${all}]`;
}
