import { type Regex, regex, RegexProblem } from "../regex/regex.ts";

/** A place where csplit cuts, and how often more after the first time. */
export type CutPattern =
  | { readonly kind: "line"; readonly line: number; readonly times: number }
  | {
      readonly kind: "match";
      readonly word: string;
      readonly regex: Regex;
      readonly offset: number;
      /** What comes before it is left out: `%x%`. */
      readonly skips: boolean;
      readonly times: number;
    };

/** Reads `/x/+1`, `%x%`, `12` and `{3}` behind them. @returns the complaint where one is wrong */
export function readCutPatterns(words: readonly string[]): CutPattern[] | string {
  const patterns: CutPattern[] = [];
  let before = 0;
  for (const word of words) {
    const repeat = /^\{(\d+|\*)\}$/.exec(word);
    const last = patterns.at(-1);
    if (repeat && last) {
      patterns[patterns.length - 1] = { ...last, times: repeat[1] === "*" ? Infinity : Number(repeat[1]) };
      continue;
    }
    const match = /^([/%])(.*)\1([-+]?\d+)?$/s.exec(word);
    if (match) {
      try {
        patterns.push({
          kind: "match",
          word,
          regex: regex(match[2] ?? "", { extended: false }),
          offset: Number(match[3] ?? 0),
          skips: match[1] === "%",
          times: 0,
        });
      } catch (problem) {
        if (problem instanceof RegexProblem)
          return `‘${word}’: invalid regular expression: ${problem.message}`;
        throw problem;
      }
      continue;
    }
    if (/^[/%]/.test(word)) return `${word}: closing delimiter ‘${word[0]}’ missing`;
    if (!/^\d+$/.test(word)) return `‘${word}’: invalid pattern`;
    const line = Number(word);
    if (line === 0) return `${word}: line number must be greater than zero`;
    if (line < before) return `line number ‘${word}’ is smaller than preceding line number, ${before}`;
    before = line;
    patterns.push({ kind: "line", line, times: 0 });
  }
  return patterns;
}
