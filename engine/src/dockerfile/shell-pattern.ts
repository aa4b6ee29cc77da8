import { EngineError } from "../core/engine-error.ts";

/** `*`, `?` (neither takes a line feed) and plain characters: the wildcards of `${X#p}` and `${X/p/r}`; there are no brackets. */
type Token = { readonly kind: "star" | "any" } | { readonly kind: "plain"; readonly text: string };

/** How many comparisons one substitution may take: learner text must not stop the page. */
const WORK = 5_000_000;

/** Tokens of a pattern, undefined with the character after a backslash that escapes nothing. */
export function readPattern(pattern: string): readonly Token[] | { readonly badEscape: string } {
  const tokens: Token[] = [];
  const characters = Array.from(pattern);
  for (let at = 0; at < characters.length; at++) {
    let character = characters[at] ?? "";
    if (character === "*" || character === "?") {
      tokens.push({ kind: character === "*" ? "star" : "any" });
      continue;
    }
    if (character === "\\") {
      const next = characters[at + 1] ?? "\uFFFD";
      if (next === "}" || next === "/") continue;
      if (next !== "*" && next !== "?" && next !== "\\") return { badEscape: next };
      character = next;
      at++;
    }
    tokens.push({ kind: "plain", text: character });
  }
  return tokens;
}

/** Counts what matching costs, and stops it where it is too much. */
class Budget {
  left = WORK;
  spend(amount: number): void {
    this.left -= amount;
    if (this.left < 0) throw new EngineError("LIMIT", { what: "steps of a pattern in ${}", limit: WORK });
  }
}

/** Where a match that starts at `from` ends: the nearest place, or with `greedy` the farthest; -1 for no match. */
function matchAt(
  tokens: readonly Token[],
  text: readonly string[],
  from: number,
  greedy: boolean,
  budget: Budget,
): number {
  let states = new Set<number>([0]);
  let found = -1;
  for (let at = from; ; at++) {
    const open = new Set<number>();
    for (const state of states) {
      let next = state;
      open.add(next);
      while (tokens[next]?.kind === "star") open.add(++next);
    }
    if (open.has(tokens.length)) {
      found = at;
      if (!greedy) return found;
    }
    budget.spend(open.size + 1);
    const character = text[at];
    if (character === undefined) return found;
    states = new Set<number>();
    for (const state of open) {
      const token = tokens[state];
      if (token === undefined) continue;
      if (token.kind === "plain" ? token.text === character : character !== "\n") {
        states.add(token.kind === "star" ? state : state + 1);
      }
    }
    if (states.size === 0) return found;
  }
}

/** `${value#pattern}`, with `greedy` `${value##pattern}`. */
export function trimPrefix(tokens: readonly Token[], value: string, greedy: boolean): string {
  const text = Array.from(value);
  const end = matchAt(tokens, text, 0, greedy, new Budget());
  return end < 0 ? value : text.slice(end).join("");
}

/** `${value%pattern}`, with `greedy` `${value%%pattern}`. */
export function trimSuffix(tokens: readonly Token[], value: string, greedy: boolean): string {
  const text = Array.from(value).reverse();
  const end = matchAt(tokens.toReversed(), text, 0, greedy, new Budget());
  return end < 0 ? value : text.slice(end).reverse().join("");
}

/** `${value/pattern/replacement}`: the first, or all, longest matches from the left. */
export function replaceMatches(
  tokens: readonly Token[],
  value: string,
  replacement: (match: string) => string,
  all: boolean,
): string {
  const text = Array.from(value);
  const budget = new Budget();
  let out = "";
  let copied = 0;
  let lastEnd = -1;
  for (let at = 0; at <= text.length;) {
    const end = matchAt(tokens, text, at, true, budget);
    // An empty match right behind another match does not count.
    if (end < 0 || (end === at && at === lastEnd)) {
      at++;
      continue;
    }
    out += text.slice(copied, at).join("") + replacement(text.slice(at, end).join(""));
    copied = end;
    lastEnd = end;
    at = end === at ? at + 1 : end;
    if (!all) break;
  }
  return out + text.slice(copied).join("");
}
