import { perlPattern } from "../regex/perl-pattern.ts";
import type { Json } from "./json.ts";
import { described, JqError } from "./paths-jq.ts";

const points = (text: string): number => Array.from(text).length;

/**
 * `match` of a text: an object for each match, all of them with the flag `g`.
 * @throws {JqError} @throws {EngineError} NOT_SIMULATED for what only Oniguruma has
 */
export function matches(input: Json, pattern: Json, flagWords: Json): readonly Json[] {
  if (typeof input !== "string")
    throw new JqError(`${described(input)} cannot be matched, as it is not a string`);
  const [re, flags] = Array.isArray(pattern)
    ? [pattern[0] ?? null, pattern[1] ?? flagWords]
    : [pattern, flagWords];
  if (typeof re !== "string") throw new JqError(`${described(re)} cannot be matched, as it is not a string`);
  if (flags !== null && typeof flags !== "string") throw new JqError(`${described(flags)} is not a string`);
  const letters = flags ?? "";
  if (/[^gin]/.test(letters)) {
    if (/[^gimnpslx]/.test(letters)) throw new JqError(`${letters} is not a valid modifier string`);
    return perlPattern("(?", false, "jq").exec("") ? [] : [];
  }
  const compiled = perlPattern(re, letters.includes("i"), "jq");
  const found: Json[] = [];
  // Counted on from match to match: from the start each time, a long text with many matches would take for ever.
  let counted = 0;
  let before = 0;
  for (let at = 0; at <= input.length;) {
    const match = compiled.exec(input, at);
    const whole = match?.[0];
    if (!match || !whole) break;
    const text = input.slice(...whole);
    before += points(input.slice(counted, whole[0]));
    counted = whole[0];
    if (text !== "" || !letters.includes("n"))
      found.push(
        new Map<string, Json>([
          ["offset", before],
          ["length", points(text)],
          ["string", text],
          [
            "captures",
            match
              .slice(1)
              .map((range, i) => captured(input, range, compiled.names[i], { at: counted, before })),
          ],
        ]),
      );
    if (!letters.includes("g")) break;
    at = whole[1] > whole[0] ? whole[1] : whole[1] + 1;
    // Version 1.6 looks no further once it is at the end.
    if (at >= input.length) break;
  }
  return found;
}

function captured(
  input: string,
  range: readonly [number, number] | undefined,
  name: string | undefined,
  { at, before }: { readonly at: number; readonly before: number },
): Json {
  const text = range && input.slice(...range);
  // What looks behind may take something from before the match.
  const offset = (from: number): number =>
    from < at ? before - points(input.slice(from, at)) : before + points(input.slice(at, from));
  return new Map<string, Json>([
    ["offset", range ? offset(range[0]) : -1],
    ["length", text === undefined ? 0 : points(text)],
    ["string", text ?? null],
    ["name", name ?? null],
  ]);
}
