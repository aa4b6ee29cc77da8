/** One character's worth of a pattern. */
type Atom =
  | { readonly kind: "literal"; readonly letter: string }
  | { readonly kind: "any" }
  | {
      readonly kind: "class";
      readonly negated: boolean;
      readonly ranges: readonly (readonly [string, string])[];
    };

/** What follows a `*`, or the start of the pattern. */
interface Chunk {
  readonly star: boolean;
  readonly atoms: readonly Atom[];
}

/**
 * Does the whole path match, as Go's filepath.Match says: `*` and `?` stop at `/`, `[a-z]`, `[^a]`, `\` escapes?
 * A malformed pattern matches nothing; `isBadPattern` tells it apart.
 */
export function matchPath(pattern: string, path: string): boolean {
  const chunks = compile(pattern);
  return chunks !== undefined && matchChunks(chunks, [...path]);
}

/** Go's `syntax error in pattern`: an open class, an empty or reversed range, a `\` at the end. */
export const isBadPattern = (pattern: string): boolean => compile(pattern) === undefined;

/** The same plus `**` as a whole part: any number of folders, also none. */
export function matchGlob(pattern: string, path: string): boolean {
  const parts = pattern.split("/");
  if (!parts.includes("**")) return matchPath(pattern, path);
  const names = path.split("/");
  // reached[j]: the parts so far can stand for the first j names.
  let reached = names.map(() => false);
  reached.unshift(true);
  for (const part of parts) {
    const next = reached.map(() => false);
    if (part === "**") {
      const first = reached.indexOf(true);
      if (first >= 0) next.fill(true, first);
    } else {
      names.forEach((name, j) => {
        if (reached[j]) next[j + 1] = matchPath(part, name);
      });
    }
    reached = next;
  }
  return reached.at(-1) ?? false;
}

const remembered = new Map<string, readonly Chunk[] | undefined>();

function compile(pattern: string): readonly Chunk[] | undefined {
  if (remembered.has(pattern)) return remembered.get(pattern);
  if (remembered.size > 500) remembered.clear();
  const chunks = parse([...pattern]);
  remembered.set(pattern, chunks);
  return chunks;
}

function parse(letters: readonly string[]): readonly Chunk[] | undefined {
  const chunks: { star: boolean; atoms: Atom[] }[] = [{ star: false, atoms: [] }];
  let at = 0;
  const escaped = (): string | undefined => {
    if (letters[at] === "\\") at += 1;
    return letters[at++];
  };
  while (at < letters.length) {
    const letter = letters[at++] ?? "";
    const atoms = chunks.at(-1)?.atoms ?? [];
    if (letter === "*") {
      if (chunks.at(-1)?.star && atoms.length === 0) continue;
      chunks.push({ star: true, atoms: [] });
    } else if (letter === "?") atoms.push({ kind: "any" });
    else if (letter === "\\") {
      const next = letters[at++];
      if (next === undefined) return undefined;
      atoms.push({ kind: "literal", letter: next });
    } else if (letter === "[") {
      const negated = letters[at] === "^";
      if (negated) at += 1;
      const ranges: [string, string][] = [];
      while (letters[at] !== "]" || ranges.length === 0) {
        if (letters[at] === "-" || letters[at] === "]") return undefined;
        const low = escaped();
        if (low === undefined) return undefined;
        let high: string | undefined = low;
        if (letters[at] === "-") {
          at += 1;
          if (letters[at] === "-" || letters[at] === "]") return undefined;
          high = escaped();
        }
        // A class must be closed, so nothing may end right after a bound.
        if (high === undefined || at >= letters.length) return undefined;
        ranges.push([low, high]);
      }
      at += 1;
      atoms.push({ kind: "class", negated, ranges });
    } else atoms.push({ kind: "literal", letter });
  }
  return chunks;
}

/** Each star takes the first place where what follows it fits; the last chunk must end the name. Never backtracks further. */
function matchChunks(chunks: readonly Chunk[], name: readonly string[]): boolean {
  let at = 0;
  for (const [i, { star, atoms }] of chunks.entries()) {
    const last = i === chunks.length - 1;
    if (star && last && atoms.length === 0) return !name.includes("/", at);
    let end = fits(atoms, name, at);
    while (end < 0 || (last && end < name.length)) {
      if (!star || at >= name.length || name[at] === "/") return false;
      at += 1;
      end = fits(atoms, name, at);
    }
    at = end;
  }
  return at === name.length;
}

/** Where the atoms end when they begin at `at`, -1 if they do not fit. */
function fits(atoms: readonly Atom[], name: readonly string[], at: number): number {
  for (const atom of atoms) {
    const letter = name[at++];
    if (letter === undefined || !fit(atom, letter)) return -1;
  }
  return at;
}

function fit(atom: Atom, letter: string): boolean {
  if (atom.kind === "literal") return atom.letter === letter;
  if (atom.kind === "any") return letter !== "/";
  const code = letter.codePointAt(0) ?? 0;
  const inside = atom.ranges.some(
    ([low, high]) => (low.codePointAt(0) ?? 0) <= code && code <= (high.codePointAt(0) ?? 0),
  );
  return inside !== atom.negated;
}
