export const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

/** What `%` of a pattern stands for in a name; undefined where it does not fit. */
export function stemOf(name: string, pattern: string): string | undefined {
  const at = pattern.indexOf("%");
  if (at < 0) return name === pattern ? "" : undefined;
  const [before, after] = [pattern.slice(0, at), pattern.slice(at + 1)];
  if (name.length < before.length + after.length || !name.startsWith(before) || !name.endsWith(after))
    return undefined;
  return name.slice(before.length, name.length - after.length);
}

/** `patsubst` of one word. */
export function substitute(word: string, pattern: string, replacement: string): string {
  const stem = stemOf(word, pattern);
  if (stem === undefined) return word;
  return pattern.includes("%") ? replacement.replace("%", () => stem) : replacement;
}
