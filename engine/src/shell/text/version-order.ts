/** Debian's order of what is no number: `~` before the end, letters before all else (gnulib, filevercmp.c). */
function wordOrder(a: string, b: string): number {
  const weight = (character: string | undefined): number =>
    character === undefined
      ? 0
      : character === "~"
        ? -1
        : /[a-zA-Z]/.test(character)
          ? character.charCodeAt(0)
          : character.charCodeAt(0) + 256;
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const order = weight(a[i]) - weight(b[i]);
    if (order !== 0) return order;
  }
  return 0;
}

function partOrder(a: string, b: string): number {
  const parts = (text: string): string[] => {
    const [head = ""] = /^\D*/.exec(text) ?? [];
    return [head, ...(text.slice(head.length).match(/\d+|\D+/g) ?? [])];
  };
  const [x, y] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [left = "", right = ""] = [x[i], y[i]];
    const order = i % 2 === 1 ? Number(left) - Number(right) : wordOrder(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

/** Endings like `.tar.gz` count only where all before them is the same. */
const ENDINGS = /(?:\.[A-Za-z~][A-Za-z0-9~]*)*$/;

/** Names as `sort -V` and `ls -v` order them: numbers in them by their value. */
export const versionOrder = (a: string, b: string): number =>
  partOrder(a.replace(ENDINGS, ""), b.replace(ENDINGS, "")) || partOrder(a, b);
