/** A page, or a part of one, that can be found. */
export interface SearchEntry {
  readonly kind: "Lesson" | "Docker" | "Rule" | "Check" | "Guide" | "Page";
  readonly title: string;
  /** One sentence, shown under the title. */
  readonly said: string;
  readonly href: string;
  /** What else is found by: all words of it. */
  readonly words: string;
}

const MOST = 30;

/** Words in small letters; `--no-cache` is `no-cache`, `copyIgnored` also `copy` and `ignored`. */
const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    [text, text.replaceAll(/([a-z])([A-Z])/g, "$1 $2")].flatMap((one) =>
      one
        .toLowerCase()
        .split(/[^\p{L}\p{N}.-]+/u)
        .map((word) => word.replaceAll(/^[-.]+|[-.]+$/g, ""))
        .filter((word) => word !== ""),
    ),
  ),
];

/** How well a text answers one word: whole words before beginnings, 0 for neither. */
const fits = (words: readonly string[], wanted: string): number =>
  words.includes(wanted) ? 2 : words.some((word) => word.startsWith(wanted)) ? 1 : 0;

/** Entries that hold every word of the question, or its beginning; the best first, equal ones in the order of the list. */
export const findPages = (entries: readonly SearchEntry[], question: string): readonly SearchEntry[] => {
  const wanted = wordsOf(question.slice(0, 200)).slice(0, 8);
  if (wanted.length === 0) return [];
  return entries
    .map((entry) => {
      const [title, said, words] = [wordsOf(entry.title), wordsOf(entry.said), wordsOf(entry.words)];
      const points = wanted.map((word) => 10 * fits(title, word) + 3 * fits(said, word) + fits(words, word));
      const exact = entry.title.toLowerCase() === question.trim().toLowerCase() ? 100 : 0;
      return {
        entry,
        score: points.every((one) => one > 0) ? exact + points.reduce((sum, one) => sum + one, 0) : 0,
      };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ entry }) => entry);
};
