import type { LineChange } from "./line-changes.ts";

/** A text's lines; `open` where the last one has no line feed. */
export interface Side {
  readonly lines: readonly string[];
  readonly open: boolean;
}

const NO_FEED = "\\ No newline at end of file\n";

const shown = (side: Side, sign: string, from: number, to: number): string =>
  side.lines
    .slice(from, to)
    .map((line, i) => `${sign}${line}\n${side.open && from + i === side.lines.length - 1 ? NO_FEED : ""}`)
    .join("");

const span = (from: number, to: number): string => (to - from <= 1 ? String(to) : `${from + 1},${to}`);

/** `2c2`, `< b`, `---`, `> B`: what diff prints without options. */
export function normalDiff(a: Side, b: Side, changes: readonly LineChange[]): string {
  return changes
    .map(({ oldFrom, oldTo, newFrom, newTo }) => {
      const letter = oldFrom === oldTo ? "a" : newFrom === newTo ? "d" : "c";
      const head = `${oldFrom === oldTo ? oldFrom : span(oldFrom, oldTo)}${letter}${newFrom === newTo ? newFrom : span(newFrom, newTo)}\n`;
      const middle = letter === "c" ? "---\n" : "";
      return head + shown(a, "< ", oldFrom, oldTo) + middle + shown(b, "> ", newFrom, newTo);
    })
    .join("");
}

/** Hunks of `diff -u` with `context` lines around each change, without the two lines of names. */
export function unifiedDiff(a: Side, b: Side, changes: readonly LineChange[], context: number): string {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last && change.oldFrom - last.oldTo <= 2 * context) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  const range = (from: number, to: number): string =>
    to - from === 1 ? String(to) : `${to === from ? from : from + 1},${to - from}`;
  return hunks
    .map((hunk) => {
      const [first] = hunk;
      const last = hunk.at(-1);
      if (!first || !last) return "";
      const from = Math.max(0, first.oldFrom - context);
      const to = Math.min(a.lines.length, last.oldTo + context);
      const newFrom = first.newFrom - (first.oldFrom - from);
      const newTo = last.newTo + (to - last.oldTo);
      let body = "";
      let at = from;
      for (const change of hunk) {
        body += shown(a, " ", at, change.oldFrom);
        body += shown(a, "-", change.oldFrom, change.oldTo) + shown(b, "+", change.newFrom, change.newTo);
        at = change.oldTo;
      }
      return `@@ -${range(from, to)} +${range(newFrom, newTo)} @@\n${body}${shown(a, " ", at, to)}`;
    })
    .join("");
}
