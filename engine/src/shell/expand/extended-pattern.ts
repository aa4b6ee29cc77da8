/**
 * bash's `?(a|b)`, `*(a)`, `+(a)`, `@(a|b)` and `!(a)` (manual, 3.5.8.1), inside one another too.
 *
 * A part is a group, or the text of a plain pattern between groups.
 */
type Part = string | { readonly sign: string; readonly options: readonly (readonly Part[])[] };

const memo = new Map<string, readonly Part[]>();

/** Does the pattern have any group? */
export const hasGroup = (pattern: string): boolean => /(?:^|[^\\])(?:\\\\)*[?*+@!]\(/.test(pattern);

/** Plain patterns as a set: where may one that begins at `from` end? */
export type PlainEnds = (pattern: string, from: number) => readonly number[];

/** Where the `)` stands that closes the group whose parts begin at `from`; -1: nowhere. */
function closing(pattern: string, from: number): number {
  let depth = 1;
  for (let at = from; at < pattern.length; at++) {
    const sign = pattern[at];
    if (sign === "\\") at++;
    else if (sign === "(") depth++;
    else if (sign === ")" && --depth === 0) return at;
  }
  return -1;
}

function options(inner: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < inner.length; at++) {
    const sign = inner[at];
    if (sign === "\\") at++;
    else if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (sign === "|" && depth === 0) {
      parts.push(inner.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, inner.slice(from)];
}

function partsOf(pattern: string): readonly Part[] {
  const known = memo.get(pattern);
  if (known) return known;
  const parts: Part[] = [];
  let plain = "";
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at] ?? "";
    if (sign === "\\") {
      plain += sign + (pattern[++at] ?? "");
      continue;
    }
    const end = "?*+@!".includes(sign) && pattern[at + 1] === "(" ? closing(pattern, at + 2) : -1;
    if (end < 0) {
      plain += sign;
      continue;
    }
    if (plain !== "") parts.push(plain);
    plain = "";
    parts.push({ sign, options: options(pattern.slice(at + 2, end)).map(partsOf) });
    at = end;
  }
  if (plain !== "") parts.push(plain);
  if (memo.size > 200) memo.clear();
  memo.set(pattern, parts);
  return parts;
}

/** Everywhere a match that begins at `from` may end, up to `to`. Sets of places, so that no pattern takes for ever. */
export function endsOf(pattern: string, from: number, to: number, plain: PlainEnds): ReadonlySet<number> {
  return sequence(partsOf(pattern), from, to, plain);
}

function sequence(parts: readonly Part[], from: number, to: number, plain: PlainEnds): Set<number> {
  let places = new Set([from]);
  for (const part of parts) {
    const next = new Set<number>();
    for (const place of places) for (const end of endsOfPart(part, place, to, plain)) next.add(end);
    places = next;
  }
  return places;
}

function endsOfPart(part: Part, from: number, to: number, plain: PlainEnds): Iterable<number> {
  if (typeof part === "string") return plain(part, from);
  const once = (at: number): Set<number> =>
    new Set(part.options.flatMap((option) => [...sequence(option, at, to, plain)]));
  if (part.sign === "@") return once(from);
  if (part.sign === "?") return new Set([from, ...once(from)]);
  if (part.sign === "!") {
    const fitting = once(from);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((at) => !fitting.has(at));
  }
  // What is added while the set is gone through is gone through as well.
  const all = once(from);
  for (const at of all) if (at !== from) for (const end of once(at)) all.add(end);
  if (part.sign === "*") all.add(from);
  return all;
}
