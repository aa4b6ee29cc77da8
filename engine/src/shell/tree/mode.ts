const WHO: Readonly<Record<string, number>> = { u: 0o4700, g: 0o2070, o: 0o1007, a: 0o7777 };

/**
 * The mode that a chmod word asks for: octal, or `u+rwx,go-w` (POSIX `chmod`).
 *
 * Without `ugoa` the umask counts, not for what `=` takes away. `X` is the exec bit where there is one already, or for a directory.
 * @returns undefined where the word is no mode
 */
export function changeMode(
  word: string,
  old: number,
  isDirectory: boolean,
  umask: number,
): number | undefined {
  if (/^[0-7]{1,5}$/.test(word)) {
    const mode = Number.parseInt(word, 8);
    if (mode > 0o7777) return undefined;
    // chmod(1): a short octal number keeps the setuid and setgid bits of a directory.
    return isDirectory && word.length < 5 ? mode | (old & 0o6000) : mode;
  }
  let mode = old;
  for (const clause of word.split(",")) {
    const match = /^([ugoa]*)((?:[-+=](?:[ugo]|[rwxXst]*))+)$/.exec(clause);
    if (!match) return undefined;
    const [, who = "", actions = ""] = match;
    const mask =
      who === "" ? 0o7777 & ~umask : [...who].reduce((bits, letter) => bits | (WHO[letter] ?? 0), 0);
    for (const [, operator = "", what = ""] of actions.matchAll(/([-+=])([ugo]|[rwxXst]*)/g)) {
      let bits = 0;
      if (/^[ugo]$/.test(what)) {
        const shift = what === "u" ? 6 : what === "g" ? 3 : 0;
        const copied = (mode >> shift) & 7;
        bits = (copied << 6) | (copied << 3) | copied;
      }
      for (const letter of /^[ugo]$/.test(what) ? "" : what) {
        if (letter === "r") bits |= 0o444;
        else if (letter === "w") bits |= 0o222;
        else if (letter === "x" || (letter === "X" && (isDirectory || (mode & 0o111) !== 0))) bits |= 0o111;
        else if (letter === "s") bits |= 0o6000;
        else if (letter === "t") bits |= 0o1000;
      }
      bits &= mask;
      if (operator === "+") mode |= bits;
      else if (operator === "-") mode &= ~bits;
      else mode = (mode & ~((who === "" ? 0o7777 : mask) & (isDirectory ? 0o1777 : 0o7777))) | bits;
    }
  }
  return mode;
}
