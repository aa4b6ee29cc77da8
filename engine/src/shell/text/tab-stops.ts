/** Where tabulators end: at each of `stops`, and behind the last at multiples of `every`, or of it counted from the last stop. */
export interface TabStops {
  readonly stops: readonly number[];
  /** 0: behind the last stop a tabulator is one column wide. */
  readonly every: number;
  readonly fromLast: boolean;
}

/** A stop at each multiple of a width. */
export const evenly = (every: number): TabStops => ({ stops: [], every, fromLast: false });

/** Reads the words of `-t`: `4`, `2,6`, `2 6`, `2,/4`, `2,+4`. @returns the complaint where one is wrong */
export function readTabStops(words: readonly string[]): TabStops | string {
  const stops: number[] = [];
  let every = 0;
  let fromLast = false;
  for (const part of words.flatMap((word) => word.split(/[, \t]+/).filter(Boolean))) {
    const match = /^([/+]?)(\d*)(.*)$/s.exec(part);
    const rest = match?.[3] ?? part;
    if (rest !== "") return `tab size contains invalid character(s): ‘${rest}’`;
    const size = Number(match?.[2]);
    if (match?.[1]) {
      every = size;
      fromLast = match[1] === "+";
      continue;
    }
    if (size === 0) return "tab size cannot be 0";
    if (size <= (stops.at(-1) ?? 0)) return "tab sizes must be ascending";
    stops.push(size);
  }
  const [only] = stops;
  if (stops.length === 1 && every === 0 && only !== undefined) return evenly(only);
  return { stops, every: every || (stops.length === 0 ? 8 : 0), fromLast };
}

/** The column at which a tabulator that stands in `column` ends; undefined behind the last stop. */
export function nextStop({ stops, every, fromLast }: TabStops, column: number): number | undefined {
  const stop = stops.find((one) => one > column);
  if (stop !== undefined) return stop;
  if (every === 0) return undefined;
  const base = fromLast ? (stops.at(-1) ?? 0) : 0;
  return column + every - ((column - base) % every);
}
