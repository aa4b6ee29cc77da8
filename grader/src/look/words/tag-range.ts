import { matchPath } from "@drydock/engine";

const numbersOf = (tag: string): number[] => /\d+(?:\.\d+)*/.exec(tag)?.[0].split(".").map(Number) ?? [];

/** Negative, 0 or positive; only as many places as `bound` names are compared, so `3.13.2` is not above `3.13`. */
function compare(tag: readonly number[], bound: readonly number[]): number {
  for (const [i, part] of bound.entries()) {
    const difference = (tag[i] ?? 0) - part;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Is a tag one of a list (globs allowed), or inside a range such as `>=3.12 <4`, by the first version number that it holds? */
export function tagFits(tag: string, tags: string | readonly string[]): boolean {
  if (typeof tags !== "string") return tags.some((each) => tagFits(tag, each));
  if (!/^[<>=]/.test(tags.trim())) return tag === tags || matchPath(tags, tag);
  const version = numbersOf(tag);
  if (version.length === 0) return false;
  return tags
    .trim()
    .split(/(?:\s|,)+(?=[<>=])/)
    .every((part) => {
      const [, sign = "=", bound = ""] = /^(>=|<=|>|<|=)\s*(.*)$/.exec(part.trim()) ?? [];
      const order = compare(version, numbersOf(bound));
      return sign === ">="
        ? order >= 0
        : sign === "<="
          ? order <= 0
          : sign === ">"
            ? order > 0
            : sign === "<"
              ? order < 0
              : order === 0;
    });
}
