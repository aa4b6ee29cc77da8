/** What `--chmod` asks for. */
export interface ChangeMode {
  /** The mode that a file or folder gets, from the one that it has. */
  apply(mode: number, directory: boolean): number;
  /** Of folders that the copy makes on its way: those of an octal value, 0755 for a symbolic one. */
  readonly folders: number;
}

const WHO: Readonly<Record<string, number>> = { u: 0o4700, g: 0o2070, o: 0o1007, a: 0o7777 };
const CLAUSE = /^([ugoa]*)((?:[-+=](?:[ugo]|[rwxXst]*))+)$/;
const UMASK = 0o022;

/**
 * Reads the value of `--chmod`: octal up to 7777 or symbolic (`u+x,go-r`), where a clause without a letter in front leaves
 * alone what umask 022 holds back.
 *
 * @returns null for text that is neither
 */
export function parseMode(text: string): ChangeMode | null {
  if (/^[0-7]+$/.test(text)) {
    const mode = parseInt(text, 8);
    return mode <= 0o7777 ? { apply: () => mode, folders: mode & 0o777 } : null;
  }
  const changes: ChangeMode["apply"][] = [];
  for (const clause of text.split(",")) {
    const match = CLAUSE.exec(clause);
    if (!match) return null;
    const [, who = "", actions = ""] = match;
    for (const [, operator = "", letters = ""] of actions.matchAll(/([-+=])([^-+=]*)/g)) {
      changes.push((mode, directory) => apply(mode, directory, who, operator, letters));
    }
  }
  const all: ChangeMode["apply"] = (mode, directory) =>
    changes.reduce((now, change) => change(now, directory), mode);
  return { apply: all, folders: 0o755 };
}

function apply(mode: number, directory: boolean, who: string, operator: string, letters: string): number {
  const scope =
    who === "" ? 0o7777 & ~UMASK : [...who].reduce((mask, letter) => mask | (WHO[letter] ?? 0), 0);
  const bits = [...letters].reduce((sum, letter) => sum | bitsOf(letter, mode, directory), 0) & scope;
  if (operator === "+") return mode | bits;
  if (operator === "-") return mode & ~bits;
  // `=` on a folder keeps setuid and setgid unless they are named, as chmod does.
  const cleared = scope & ~(directory ? 0o6000 : 0);
  return (mode & ~cleared) | bits;
}

function bitsOf(letter: string, mode: number, directory: boolean): number {
  switch (letter) {
    case "r":
      return 0o444;
    case "w":
      return 0o222;
    case "x":
      return 0o111;
    case "X":
      return directory || (mode & 0o111) !== 0 ? 0o111 : 0;
    case "s":
      return 0o6000;
    case "t":
      return 0o1000;
    default: {
      const shift = letter === "u" ? 6 : letter === "g" ? 3 : 0;
      return ((mode >> shift) & 7) * 0o111;
    }
  }
}
