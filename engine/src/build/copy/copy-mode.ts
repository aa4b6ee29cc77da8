/** What `--chmod` asks for. */
export interface ChangeMode {
  /** The mode that a file or folder gets, from the one that it has. */
  apply(mode: number, directory: boolean): number;
  /** Of folders that the copy makes on its way: those of an octal value, 0755 for a symbolic one. */
  readonly folders: number;
}

const WHO: Readonly<Record<string, number>> = { u: 0o4700, g: 0o2070, o: 0o0007, a: 0o6777 };
const CLAUSE = /^([ugoa]*)((?:[-+=][rwxXstugo]*)+)$/;
const STICKY = 0o1000;

/**
 * Reads the value of `--chmod`: octal up to 7777 or symbolic (`u+x,go-r`). What the symbols do differs from chmod's, and
 * is BuildKit's own [measured on Docker 28.5.2]: there is no umask, folders are treated as files are, `=` never clears the sticky
 * bit, which `u` and `g` have and `o` has not, and `X` looks at the mode before the first clause.
 *
 * @returns null for text that is neither
 */
export function parseMode(text: string): ChangeMode | null {
  if (/^[0-7]+$/.test(text)) {
    const mode = parseInt(text, 8);
    return mode <= 0o7777 ? { apply: () => mode, folders: mode & 0o777 } : null;
  }
  const changes: ((now: number, executable: boolean) => number)[] = [];
  for (const clause of text.split(",")) {
    const match = CLAUSE.exec(clause);
    if (!match) return null;
    const [, who = "", actions = ""] = match;
    for (const [, operator = "", letters = ""] of actions.matchAll(/([-+=])([^-+=]*)/g)) {
      const change = { scope: scopeOf(who), operator, letters, bare: who === "" };
      changes.push((now, executable) => apply(now, change, executable));
    }
  }
  const all: ChangeMode["apply"] = (mode, directory) =>
    changes.reduce((now, change) => change(now, directory || (mode & 0o111) !== 0), mode);
  return { apply: all, folders: 0o755 };
}

interface Change {
  readonly scope: number;
  readonly operator: string;
  readonly letters: string;
  /** Nobody is named. */
  readonly bare: boolean;
}

function scopeOf(who: string): number {
  const scope = [...(who || "a")].reduce((mask, letter) => mask | (WHO[letter] ?? 0), 0);
  return scope === WHO["o"] ? scope : scope | STICKY;
}

/** @param executable what `X` asks: a folder, or a file that anybody could run at first */
function apply(mode: number, { scope, operator, letters, bare }: Change, executable: boolean): number {
  // With `t` and nobody named the other letters count for nothing, and `=` is `+`.
  const alone = bare && letters.includes("t");
  const bits = [...(alone ? "t" : letters)].reduce(
    (sum, letter) => sum | bitsOf(letter, mode, executable),
    0,
  );
  if (operator === "-") return mode & ~(bits & scope);
  const copied = /[ugo]/.test(letters);
  const cleared = operator === "+" || alone ? 0 : scope & (copied ? 0o777 : 0o6777);
  return (mode & ~cleared) | (bits & scope);
}

function bitsOf(letter: string, mode: number, executable: boolean): number {
  switch (letter) {
    case "r":
      return 0o444;
    case "w":
      return 0o222;
    case "x":
      return 0o111;
    case "X":
      return executable ? 0o111 : 0;
    case "s":
      return 0o6000;
    case "t":
      return STICKY;
    default: {
      const shift = letter === "u" ? 6 : letter === "g" ? 3 : 0;
      return ((mode >> shift) & 7) * 0o111;
    }
  }
}
