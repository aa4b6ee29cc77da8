import { endsOf, hasGroup } from "./extended-pattern.ts";

/** Classes that stand in `[[:name:]]`, as parts of a regular expression's class. */
const CLASSES: Readonly<Record<string, string>> = {
  alnum: "A-Za-z0-9",
  alpha: "A-Za-z",
  blank: " \\t",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "\\x21-\\x7e",
  lower: "a-z",
  print: "\\x20-\\x7e",
  punct: "!-\\/:-@\\[-`{-~",
  space: " \\t-\\r",
  upper: "A-Z",
  xdigit: "0-9A-Fa-f",
};

type Token = { readonly any: true } | { readonly one: (character: string) => boolean };

const memo = new Map<string, readonly Token[]>();

/** Reads `[…]` that begins at `at`. @returns undefined where no `]` closes it. */
function bracket(
  pattern: string,
  at: number,
): { readonly one: (character: string) => boolean; readonly end: number } | undefined {
  let i = at + 1;
  const negated = pattern[i] === "!" || pattern[i] === "^";
  if (negated) i++;
  let body = "";
  for (let first = true; ; first = false) {
    const character = pattern[i];
    if (character === undefined) return undefined;
    if (character === "]" && !first) break;
    const name =
      character === "[" && pattern[i + 1] === ":"
        ? /^\[:([a-z]+):\]/.exec(pattern.slice(i, i + 12))?.[1]
        : undefined;
    if (name !== undefined && CLASSES[name] !== undefined) {
      body += CLASSES[name];
      i += name.length + 4;
      continue;
    }
    const escaped = character === "\\" && pattern[i + 1] !== undefined;
    if (escaped) i++;
    const literal = pattern[i] ?? "";
    const isRange = literal === "-" && !escaped && !first && pattern[i + 1] !== "]";
    body += isRange ? "-" : literal.replace(/[\\\]^-]/g, "\\$&").replace("/", "\\/");
    i++;
  }
  let test: RegExp;
  try {
    test = new RegExp(`^[${negated ? "^" : ""}${body}]$`, "su");
  } catch {
    // A range that runs backwards matches nothing.
    return { one: () => false, end: i + 1 };
  }
  const known = new Map<string, boolean>();
  const one = (character: string): boolean => {
    let matches = known.get(character);
    if (matches === undefined) known.set(character, (matches = test.test(character)));
    return matches;
  };
  return { one, end: i + 1 };
}

function tokensOf(pattern: string): readonly Token[] {
  const known = memo.get(pattern);
  if (known) return known;
  const tokens: Token[] = [];
  for (let i = 0; i < pattern.length;) {
    const character = String.fromCodePoint(pattern.codePointAt(i) ?? 0);
    const group = character === "[" ? bracket(pattern, i) : undefined;
    if (character === "*") tokens.push({ any: true });
    else if (character === "?") tokens.push({ one: () => true });
    else if (group) {
      tokens.push(group);
      i = group.end;
      continue;
    } else {
      const literal =
        character === "\\" && i + 1 < pattern.length
          ? String.fromCodePoint(pattern.codePointAt(++i) ?? 0)
          : character;
      tokens.push({ one: (other) => other === literal });
      i += literal.length;
      continue;
    }
    i += character.length;
  }
  if (memo.size > 500) memo.clear();
  memo.set(pattern, tokens);
  return tokens;
}

/** How patterns are read where a shell's options say so. */
export interface PatternStyle {
  /** bash's `+(a|b)` and its kin are groups. */
  readonly extended?: boolean;
  readonly ignoreCase?: boolean;
}

/** Does the shell pattern match the whole text? A backslash quotes. Never worse than text × pattern steps, but for groups. */
export function matchesPattern(pattern: string, text: string, style: PatternStyle = {}): boolean {
  const characters = [...(style.ignoreCase ? text.toLowerCase() : text)];
  compared += characters.length;
  const folded = style.ignoreCase ? pattern.toLowerCase() : pattern;
  return matchesRange(folded, characters, 0, characters.length, style.extended);
}

let compared = 0;

/** Comparisons since the last call: what the kernel adds to the next step. */
export function takeCompared(): number {
  const taken = compared;
  compared = 0;
  return taken;
}

/** How many characters the pattern matches; undefined where it has a `*`. */
export function lengthOfPattern(pattern: string, extended = false): number | undefined {
  if (extended && hasGroup(pattern)) return undefined;
  const tokens = tokensOf(pattern);
  return tokens.some((token) => "any" in token) ? undefined : tokens.length;
}

/** Does the pattern match the characters from `from` up to `to`? */
export function matchesRange(
  pattern: string,
  characters: readonly string[],
  from: number,
  to: number,
  extended = false,
): boolean {
  if (extended && hasGroup(pattern)) {
    const plain = (part: string, at: number): number[] => {
      const ends: number[] = [];
      for (let end = at; end <= to; end++) if (matchesRange(part, characters, at, end)) ends.push(end);
      return ends;
    };
    return endsOf(pattern, from, to, plain).has(to);
  }
  const tokens = tokensOf(pattern);
  let t = 0;
  let c = from;
  let star = -1;
  let retry = from;
  compared++;
  while (c < to) {
    compared++;
    const token = tokens[t];
    if (token !== undefined && "any" in token) {
      star = t++;
      retry = c;
    } else if (token?.one(characters[c] ?? "")) {
      t++;
      c++;
    } else if (star >= 0) {
      t = star + 1;
      c = ++retry;
    } else return false;
  }
  while (t < tokens.length && "any" in (tokens[t] ?? {})) t++;
  return t === tokens.length;
}

/** Has the pattern any character that is not just itself? */
export const isPattern = (pattern: string, extended = false): boolean =>
  /(^|[^\\])(\\\\)*[*?[]/.test(pattern) || (extended && hasGroup(pattern));

/** In dash only `!` turns a bracket around: a `^` behind the `[` is one of its characters (`pmatch`). */
export const plainCaret = (pattern: string): string =>
  pattern.includes("[^")
    ? pattern.replace(/\\[\s\S]|\[\^/g, (found) => (found === "[^" ? "[\\^" : found))
    : pattern;

export const quotePattern = (text: string): string =>
  /[\\*?[\]!^()|@+-]/.test(text) ? text.replace(/[\\*?[\]!^()|@+-]/g, "\\$&") : text;

export const unquotePattern = (pattern: string): string =>
  pattern.includes("\\") ? pattern.replace(/\\([\s\S])/g, "$1") : pattern;
