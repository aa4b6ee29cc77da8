/** One line of a .dockerignore. */
export interface IgnorePattern {
  readonly text: string;
  /** The line began with `!`. */
  readonly excepts: boolean;
  /** Does it match this path itself, parents not counted? */
  matches(path: string): boolean;
}

type Token =
  | { readonly kind: "letter"; readonly letter: string }
  | { readonly kind: "class"; readonly holds: (letter: string) => boolean }
  /** `?` */
  | { readonly kind: "any" }
  /** `*`: up to the next `/`. */
  | { readonly kind: "star" }
  /** Two stars in the middle: nothing, or anything that ends in `/`. */
  | { readonly kind: "folders" }
  /** Two stars at the end: the rest. */
  | { readonly kind: "rest" };

/**
 * A matcher for one cleaned pattern, after moby/patternmatcher's `compile`, which turns it into a regular expression.
 *
 * Its shortcuts are part of the rule: a pattern that only begins with two stars is a mere suffix, so that two stars
 * and `foo` match `barfoo`; one that only ends with them is a prefix.
 */
export function compilePattern(pattern: string): (path: string) => boolean {
  const wildcard = /[*?[\]\\]/;
  if (!wildcard.test(pattern)) return (path) => path === pattern;
  const inner = pattern.slice(2);
  if (pattern.startsWith("**") && !wildcard.test(inner)) {
    return (path) => path.endsWith(inner) || (inner.startsWith("/") && path === inner.slice(1));
  }
  const head = pattern.slice(0, -2);
  if (pattern.endsWith("**") && !wildcard.test(head)) return (path) => path.startsWith(head);
  const tokens = tokenize([...pattern]);
  const plain = tokens.every((token, i) => {
    if (token.kind === "class") return !token.holds("/");
    if (token.kind !== "folders" && token.kind !== "rest") return true;
    const before = tokens[i - 1];
    return before === undefined || (before.kind === "letter" && before.letter === "/");
  });
  return plain ? (path) => matchPlain(tokens, path) : (path) => matchAny(tokens, path);
}

function tokenize(letters: readonly string[]): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < letters.length) {
    const letter = letters[at++] ?? "";
    if (letter === "*" && letters[at] === "*") {
      at += letters[at + 1] === "/" ? 2 : 1;
      tokens.push({ kind: at < letters.length ? "folders" : "rest" });
    } else if (letter === "*") tokens.push({ kind: "star" });
    else if (letter === "?") tokens.push({ kind: "any" });
    else if (letter === "\\") tokens.push({ kind: "letter", letter: letters[at++] ?? "\\" });
    else if (letter === "[") {
      const { holds, end } = readClass(letters, at);
      tokens.push({ kind: "class", holds });
      at = end;
    } else tokens.push({ kind: "letter", letter });
  }
  return tokens;
}

function readClass(
  letters: readonly string[],
  start: number,
): { holds: (letter: string) => boolean; end: number } {
  let at = start;
  const negated = letters[at] === "^";
  if (negated) at += 1;
  const ranges: [number, number][] = [];
  const code = (): number => {
    if (letters[at] === "\\") at += 1;
    return letters[at++]?.codePointAt(0) ?? 0;
  };
  while (at < letters.length && letters[at] !== "]") {
    const low = code();
    let high = low;
    if (letters[at] === "-" && letters[at + 1] !== "]") {
      at += 1;
      high = code();
    }
    ranges.push([low, high]);
  }
  return {
    holds: (letter) => {
      const value = letter.codePointAt(0) ?? 0;
      return ranges.some(([low, high]) => low <= value && value <= high) !== negated;
    },
    end: at + 1,
  };
}

const takes = (token: Token | undefined, letter: string): boolean => {
  if (token?.kind === "letter") return token.letter === letter;
  if (token?.kind === "class") return token.holds(letter);
  return token?.kind === "any" && letter !== "/";
};

/**
 * For patterns whose `**` stand at the start of a name and whose classes hold no `/`, as all sensible ones. Then the first place where what follows a
 * wildcard fits is as good as any, so only the last star and the last folders are ever tried again.
 */
function matchPlain(tokens: readonly Token[], path: string): boolean {
  let token = 0;
  let at = 0;
  let star = -1;
  let starAt = 0;
  let folders = -1;
  let foldersAt = 0;
  for (;;) {
    const { kind } = tokens[token] ?? { kind: "end" };
    if (kind === "rest" || (kind === "end" && at === path.length)) return true;
    const letter = String.fromCodePoint(path.codePointAt(at) ?? 0);
    if (kind === "star") {
      star = ++token;
      starAt = at;
    } else if (kind === "folders") {
      folders = ++token;
      foldersAt = at;
      star = -1;
    } else if (at < path.length && takes(tokens[token], letter)) {
      token += 1;
      at += letter.length;
    } else if (star >= 0 && starAt < path.length && path[starAt] !== "/") {
      starAt += 1;
      at = starAt;
      token = star;
    } else {
      const slash = folders < 0 ? -1 : path.indexOf("/", foldersAt);
      if (slash < 0) return false;
      foldersAt = slash + 1;
      at = foldersAt;
      token = folders;
      star = -1;
    }
  }
}

/** For all others: follows all ways through the tokens at once, so none costs more than its length times the path's. */
function matchAny(tokens: readonly Token[], path: string): boolean {
  const size = tokens.length + 1;
  // waiting[i]: token i comes next. inside[i]: within the folders that token i stands for.
  let waiting = new Uint8Array(size);
  let inside = new Uint8Array(size);
  const settle = (states: Uint8Array): void => {
    tokens.forEach((token, i) => {
      if (states[i] && (token.kind === "star" || token.kind === "folders" || token.kind === "rest"))
        states[i + 1] = 1;
    });
  };
  waiting[0] = 1;
  settle(waiting);
  for (const letter of path) {
    const next = new Uint8Array(size);
    const nextInside = new Uint8Array(size);
    tokens.forEach((token, i) => {
      if (!waiting[i] && !inside[i]) return;
      if (token.kind === "folders") {
        nextInside[i] = 1;
        if (letter === "/") next[i + 1] = 1;
      } else if (token.kind === "rest") next[i] = 1;
      else if (token.kind === "star") {
        if (letter !== "/") next[i] = 1;
      } else if (takes(token, letter)) next[i + 1] = 1;
    });
    settle(next);
    waiting = next;
    inside = nextInside;
  }
  return waiting[tokens.length] === 1;
}
