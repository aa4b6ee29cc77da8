import type { Hunk } from "./read-patch.ts";

/** How a hunk fared: where it went in (counted from 1, in the new file), how far off and how roughly; undefined: nowhere. */
export interface Applied {
  readonly at: number;
  readonly offset: number;
  readonly fuzz: number;
}

/** Lines of a file; the last one may lack its line feed. */
export interface FileLines {
  readonly lines: readonly string[];
  readonly noEnd: boolean;
}

const FUZZ = 2;

/**
 * Puts hunks into a file as GNU patch does: each is looked for where it should be, moved by what the one before was off, then
 * further and further away in both directions; if it fits nowhere, without its outermost lines (patch(1), "-F").
 */
export function applyHunks(
  file: FileLines,
  hunks: readonly Hunk[],
  spend: (steps: number) => void,
): { readonly file: FileLines; readonly results: readonly (Applied | undefined)[] } {
  const out: string[] = [];
  let { noEnd } = file;
  let taken = 0;
  let off = 0;
  const results = hunks.map((hunk): Applied | undefined => {
    const old = hunk.lines.filter(({ sign }) => sign !== "+");
    const before = hunk.lines.findIndex(({ sign }) => sign !== " ");
    const after = hunk.lines.toReversed().findIndex(({ sign }) => sign !== " ");
    const context = Math.max(before, after, 0);
    for (let fuzz = 0; fuzz <= Math.min(FUZZ, context); fuzz++) {
      const [cutFront, cutBack] = [
        Math.max(0, fuzz - (context - before)),
        Math.max(0, fuzz - (context - after)),
      ];
      const wanted = old.slice(cutFront, old.length - cutBack).map(({ text }) => text);
      const expected = Math.max(0, hunk.oldStart - (old.length === 0 ? 0 : 1)) + cutFront;
      const found = locate(file.lines, wanted, expected + off, taken, spend, {
        atStart: hunk.oldStart <= 1 && before < after && fuzz === 0,
        atEnd: after < before && fuzz === 0,
      });
      if (found === undefined) continue;
      off = found - expected;
      out.push(...file.lines.slice(taken, found));
      const middle = hunk.lines.slice(cutFront, hunk.lines.length - cutBack);
      const line = out.length + 1 - cutFront;
      out.push(...middle.filter(({ sign }) => sign !== "-").map(({ text }) => text));
      taken = found + wanted.length;
      const last = middle.findLast(({ sign }) => sign !== "-");
      if (taken === file.lines.length && last) noEnd = last.noEnd;
      return { at: line, offset: off, fuzz };
    }
    return undefined;
  });
  out.push(...file.lines.slice(taken));
  return { file: { lines: out, noEnd: noEnd && out.length > 0 }, results };
}

function locate(
  lines: readonly string[],
  wanted: readonly string[],
  expected: number,
  from: number,
  spend: (steps: number) => void,
  only: { readonly atStart: boolean; readonly atEnd: boolean },
): number | undefined {
  const fits = (at: number): boolean => {
    if (at < from || at + wanted.length > lines.length) return false;
    if (only.atStart && at !== 0) return false;
    if (only.atEnd && at + wanted.length !== lines.length) return false;
    return wanted.every((text, i) => lines[at + i] === text);
  };
  if (fits(expected)) return expected;
  for (let distance = 1; distance <= lines.length; distance++) {
    spend(0.1);
    if (fits(expected + distance)) return expected + distance;
    if (fits(expected - distance)) return expected - distance;
  }
  return undefined;
}
