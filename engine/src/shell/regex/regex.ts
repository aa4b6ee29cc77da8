import { EngineError } from "../../core/engine-error.ts";
import { type Node, parseRegex, RegexProblem } from "./parse-regex.ts";

export { RegexProblem };

/** Where a match and its groups begin and end, in UTF-16 code units; undefined for a group that took no part. */
export type Match = readonly (readonly [start: number, end: number] | undefined)[];

export interface Regex {
  /** The first match at or after `from`. `lineStart`: may `^` match at 0? */
  exec(text: string, from?: number): Match | undefined;
}

/** Steps that one search may take. Patterns that would take for ever meet it. */
const MAX_STEPS = 2_000_000;
const MAX_DEPTH = 1500;

let searched = 0;

/** Steps of all searches since it was asked last: a search knows no kernel, so who counts a script's work takes them here. */
export function takeSearched(): number {
  const taken = searched;
  searched = 0;
  return taken;
}

type Next = (at: number) => boolean;

interface State {
  text: string;
  groups: (readonly [number, number] | undefined)[];
  steps: number;
  depth: number;
}

type Matcher = (state: State, at: number, next: Next) => boolean;

const isWord = (character: string | undefined): boolean => character !== undefined && /\w/.test(character);

function step(state: State): void {
  if (++state.steps > MAX_STEPS)
    throw new EngineError("LIMIT", { what: "steps of a regular expression", limit: MAX_STEPS });
}

function sequence(parts: readonly Matcher[]): Matcher {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const run = (state: State, i: number, at: number, next: Next): boolean => {
    const part = parts[i];
    return part === undefined ? next(at) : part(state, at, (after) => run(state, i + 1, after, next));
  };
  return (state, at, next) => run(state, 0, at, next);
}

function repeat(node: Extract<Node, { kind: "repeat" }>): Matcher {
  const { min, max, body } = node;
  if (body.kind === "one") {
    return (state, at, next) => {
      let end = at;
      while (end - at < max && end < state.text.length && body.test(state.text[end] ?? "")) end++;
      for (; end - at >= min; end--) {
        step(state);
        if (next(end)) return true;
      }
      return false;
    };
  }
  const inner = compile(body);
  const run = (state: State, count: number, at: number, next: Next): boolean => {
    step(state);
    if (++state.depth > MAX_DEPTH)
      throw new EngineError("LIMIT", { what: "depth of a regular expression", limit: MAX_DEPTH });
    try {
      if (
        count < max &&
        inner(state, at, (after) => (after > at || count < min) && run(state, count + 1, after, next))
      )
        return true;
    } finally {
      state.depth--;
    }
    return count >= min && next(at);
  };
  return (state, at, next) => run(state, 0, at, next);
}

function compile(node: Node): Matcher {
  switch (node.kind) {
    case "one":
      return (state, at, next) => {
        step(state);
        return at < state.text.length && node.test(state.text[at] ?? "") && next(at + 1);
      };
    case "start":
      return (_, at, next) => at === 0 && next(at);
    case "end":
      return (state, at, next) => at === state.text.length && next(at);
    case "edge":
      return (state, at, next) => {
        const before = isWord(state.text[at - 1]);
        const after = isWord(state.text[at]);
        const ok =
          node.which === "<"
            ? !before && after
            : node.which === ">"
              ? before && !after
              : (before !== after) === (node.which === "b");
        return ok && next(at);
      };
    case "sequence":
      return sequence(node.parts.map(compile));
    case "choice": {
      const options = node.options.map(compile);
      return (state, at, next) => options.some((option) => option(state, at, next));
    }
    case "group": {
      const inner = compile(node.body);
      return (state, at, next) => {
        const old = state.groups[node.number];
        return (
          inner(state, at, (after) => {
            const mine = state.groups[node.number];
            state.groups[node.number] = [at, after];
            if (next(after)) return true;
            state.groups[node.number] = mine;
            return false;
          }) || ((state.groups[node.number] = old), false)
        );
      };
    }
    case "back":
      return (state, at, next) => {
        const group = state.groups[node.number];
        if (!group) return false;
        const wanted = state.text.slice(group[0], group[1]);
        step(state);
        return state.text.startsWith(wanted, at) && next(at + wanted.length);
      };
    case "repeat":
      return repeat(node);
  }
}

const memo = new Map<string, Regex>();

/**
 * A POSIX regular expression with GNU's additions, matched by backtracking under a step limit, so that no pattern hangs.
 * The leftmost match is found: the one of the first alternatives that lead to a match
 * where `first` asks for that, as Perl's patterns do; else the longest of the leftmost, as POSIX says.
 * @throws {RegexProblem} in the words of the C library
 */
export function regex(
  pattern: string,
  how: { readonly extended: boolean; readonly ignoreCase?: boolean; readonly first?: boolean },
): Regex {
  const key = `${how.extended ? "E" : "B"}${how.ignoreCase ? "i" : ""}${how.first ? "f" : ""}:${pattern}`;
  const known = memo.get(key);
  if (known) return known;
  const { node, groups } = parseRegex(pattern, how.extended, how.ignoreCase ?? false);
  const matcher = compile(node);
  const anchored = node.kind === "start" || (node.kind === "sequence" && node.parts[0]?.kind === "start");
  const literal = leading(node);
  // Only alternatives can hide a longer match behind a shorter one: repetitions take as much as there is.
  const longest = !how.first && hasChoice(node);
  const made: Regex = {
    exec(text, from = 0) {
      const state: State = { text, groups: [], steps: 0, depth: 0 };
      try {
        return search(state, from);
      } finally {
        searched += state.steps;
      }
    },
  };
  function search(state: State, from: number): Match | undefined {
    const { text } = state;
    for (let at = from; at <= text.length; at++) {
      if (anchored && at > 0) return undefined;
      if (literal !== undefined) {
        at = text.indexOf(literal, at);
        if (at < 0) return undefined;
      }
      state.groups = new Array(groups + 1).fill(undefined);
      let best = -1;
      let found = state.groups;
      const take: Next = longest
        ? (end) => {
            if (end > best) {
              best = end;
              found = state.groups.slice();
            }
            return end === text.length;
          }
        : (end) => ((best = end), (found = state.groups), true);
      matcher(state, at, take);
      if (best >= 0) {
        found[0] = [at, best];
        return found;
      }
    }
    return undefined;
  }
  if (memo.size > 200) memo.clear();
  memo.set(key, made);
  return made;
}

/** The character that every match begins with, where there is one. */
function leading(node: Node): string | undefined {
  if (node.kind === "one") return node.literal;
  return node.kind === "sequence" && node.parts[0] ? leading(node.parts[0]) : undefined;
}

function hasChoice(node: Node): boolean {
  if (node.kind === "choice") return true;
  if (node.kind === "sequence") return node.parts.some(hasChoice);
  return (node.kind === "group" || node.kind === "repeat") && hasChoice(node.body);
}
