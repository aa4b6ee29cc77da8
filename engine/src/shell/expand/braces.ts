/** Counts the work, and ends it where it is too much. */
type Spend = (work: number) => void;

/** End of the quoted text or the expansion that begins at `at`, or `at` where none does. */
function skip(text: string, at: number): number {
  const character = text[at];
  if (character === "\\") return at + 2;
  if (character === "'" || character === '"' || character === "`") {
    for (let i = at + 1; i < text.length; i++) {
      if (text[i] === "\\" && character !== "'") i++;
      else if (text[i] === character) return i + 1;
    }
    return text.length;
  }
  const open = character === "$" ? text[at + 1] : undefined;
  if (open !== "{" && open !== "(") return at;
  let depth = 0;
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === open) depth++;
    else if (text[i] === (open === "{" ? "}" : ")") && --depth === 0) return i + 1;
  }
  return text.length;
}

/** `1..5`, `a..e`, `1..9..2`. */
function range(body: string, spend: Spend): string[] | undefined {
  const match = /^(-?\d+|[A-Za-z])\.\.(-?\d+|[A-Za-z])(?:\.\.(-?\d+))?$/.exec(body);
  if (!match) return undefined;
  const [, from = "", to = "", by] = match;
  const numeric = /\d/.test(from);
  if (numeric !== /\d/.test(to)) return undefined;
  const start = numeric ? Number(from) : from.charCodeAt(0);
  const end = numeric ? Number(to) : to.charCodeAt(0);
  const step = Math.max(1, Math.abs(Number(by ?? 1)));
  const width = /^-?0\d/.test(from) || /^-?0\d/.test(to) ? Math.max(from.length, to.length) : 0;
  const out: string[] = [];
  for (let i = start; start <= end ? i <= end : i >= end; i += start <= end ? step : -step) {
    spend(1);
    out.push(
      numeric
        ? (i < 0 ? "-" : "") + String(Math.abs(i)).padStart(width - (i < 0 ? 1 : 0), "0")
        : String.fromCharCode(i),
    );
  }
  return out;
}

/** bash's brace expansion on the source text of a word: `a{b,c}` is `ab` and `ac`. One text where there is nothing to expand. */
export function braces(text: string, spend: Spend): string[] {
  spend(text.length >> 6);
  for (let at = 0; at < text.length; at++) {
    const past = skip(text, at);
    if (past > at) {
      at = past - 1;
      continue;
    }
    if (text[at] !== "{") continue;
    spend((text.length - at) >> 6);
    const cuts: number[] = [];
    let depth = 0;
    for (let i = at; i < text.length; i++) {
      const next = skip(text, i);
      if (next > i) {
        i = next - 1;
        continue;
      }
      if (text[i] === "{") depth++;
      else if (text[i] === "," && depth === 1) cuts.push(i);
      else if (text[i] === "}" && --depth === 0) {
        const body = text.slice(at + 1, i);
        const items =
          cuts.length > 0
            ? [at, ...cuts].map((from, n) => text.slice(from + 1, cuts[n] ?? i))
            : range(body, spend);
        if (!items) break;
        const tails = braces(text.slice(i + 1), spend);
        const head = text.slice(0, at);
        const middles = items.flatMap((item) => braces(item, spend));
        spend(middles.length * tails.length * (1 + (text.length >> 6)));
        return middles.flatMap((item) => tails.map((tail) => head + item + tail));
      }
    }
  }
  return [text];
}
