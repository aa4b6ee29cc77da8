import type { Prose, ProseProblem } from "./read-prose.ts";

/** A heading of the prose; `text` as it was written, code and all. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly offset: number;
}

const HASHES = /^ {0,3}(#{1,6})(?:[ \t]+([^\n]*?))?(?:[ \t]+#+)?[ \t]*$/gm;
/** A line of text and a line of signs below it. */
const UNDERLINED = /^ {0,3}(?![-=#>*+ \t])([^\n]+)\n {0,3}(=+|-+)[ \t]*$/gm;

export function headingsOf({ plain, text }: Prose): readonly Heading[] {
  const written = (offset: number, length: number): string => text.slice(offset, offset + length);
  const hashes = [...plain.matchAll(HASHES)].map((found) => {
    const [whole, signs = ""] = found;
    const line = written(found.index, whole.length).trimStart();
    return {
      level: signs.length,
      text: line
        .slice(signs.length)
        .replace(/[ \t]+#+[ \t]*$/, "")
        .trim(),
      offset: found.index,
    };
  });
  const underlined = [...plain.matchAll(UNDERLINED)].map((found) => ({
    level: found[2]?.startsWith("=") ? 1 : 2,
    text: written(found.index, found[1]?.length ?? 0).trim(),
    offset: found.index,
  }));
  return [...hashes, ...underlined].toSorted((a, b) => a.offset - b.offset);
}

/** Headings go down one level at a time below the lesson's title, for those who move about a page by them. */
export function headingProblems(headings: readonly Heading[]): ProseProblem[] {
  const problems: ProseProblem[] = [];
  let before = 1;
  for (const { level, text, offset } of headings) {
    if (text === "") problems.push({ offset, message: "the heading has no words" });
    else if (level === 1)
      problems.push({
        offset,
        message: "the title of the page is its only heading of level 1: write ## here",
      });
    else if (level > before + 1)
      problems.push({
        offset,
        message: `the heading jumps from level ${before} to ${level}: write ${"#".repeat(before + 1)} here`,
      });
    before = Math.max(level, 2);
  }
  return problems;
}

/** The anchors that headings get on the page, as GitHub makes them; a second one alike gets `-1`. */
export function anchorsOf(headings: readonly Heading[]): string[] {
  const seen = new Map<string, number>();
  return headings.map(({ text }) => {
    const slug = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(/\s/g, "-");
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
}
