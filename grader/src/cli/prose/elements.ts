import type { Prose, ProseProblem } from "./read-prose.ts";

/** One `<Name attribute="…">…</Name>` of the prose. */
export interface Element {
  readonly name: string;
  readonly offset: number;
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands between its tags, as it was written; undefined for `<Name />`. */
  readonly inner: string | undefined;
}

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: ReadonlyMap<string, string>;
}

const TAG = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))?)*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

/** The elements of a prose in order, and what keeps the page from being made of it. */
export function elementsOf(prose: Prose): {
  readonly elements: readonly Element[];
  readonly problems: readonly ProseProblem[];
} {
  const { plain, text } = prose;
  const elements: Element[] = [];
  const problems: ProseProblem[] = [];
  const open: Tag[] = [];
  const say = (offset: number, message: string): void => void problems.push({ offset, message });
  for (const { index } of plain.matchAll(/<(?![ \t\r\n])|\{/g)) {
    if (plain[index] === "{") {
      say(index, "a { begins a program in MDX: write &#123;, or put it between backquotes");
      continue;
    }
    TAG.lastIndex = index;
    const found = TAG.exec(plain);
    if (!found) {
      say(
        index,
        plain.startsWith("<!--", index)
          ? "a comment is written {/* … */} here"
          : "this < begins no tag that can be read: write &lt;, or put it between backquotes",
      );
      continue;
    }
    const [whole, closing, name = "", written = "", alone] = found;
    const tag: Tag = { name, start: index, end: index + whole.length, attributes: attributesOf(written) };
    if (closing === "") {
      if (alone === "") open.push(tag);
      else elements.push({ name, offset: index, attributes: tag.attributes, inner: undefined });
      continue;
    }
    const opened = open.at(-1);
    if (opened?.name !== name) {
      const expected = opened ? `; </${opened.name}> is expected first` : "";
      say(index, `</${name}> ends nothing that is open here${expected}`);
      continue;
    }
    open.pop();
    const problem = unevenLines(plain, opened, tag);
    if (problem !== undefined) say(index, problem);
    elements.push({
      name,
      offset: opened.start,
      attributes: opened.attributes,
      inner: text.slice(opened.end, index),
    });
  }
  for (const { name, start } of open) say(start, `<${name}> is never closed: </${name}> is missing`);
  return { elements: elements.toSorted((a, b) => a.offset - b.offset), problems };
}

const attributesOf = (written: string): ReadonlyMap<string, string> =>
  new Map(
    [...written.matchAll(ATTRIBUTE)].map(([, name = "", double, single]) => [name, double ?? single ?? ""]),
  );

/** MDX takes an element as a block where its tags stand on lines of their own, else as a part of one paragraph; not half of each. */
function unevenLines(plain: string, from: Tag, to: Tag): string | undefined {
  const between = plain.slice(from.end, to.start);
  if (!between.includes("\n")) return undefined;
  const only = (line: string): boolean => /^(?:\s|>|<[^<>]*>)*$/.test(line);
  const lineBefore = (offset: number): string => plain.slice(plain.lastIndexOf("\n", offset - 1) + 1, offset);
  const lineAfter = (offset: number): string => /.*/.exec(plain.slice(offset))?.[0] ?? "";
  const opensBlock = only(lineAfter(from.end)) && only(lineBefore(from.start));
  const endsBlock = only(lineBefore(to.start)) && only(lineAfter(to.end));
  if (opensBlock && !endsBlock)
    return `</${to.name}> has to stand on a line of its own, as <${from.name}> does`;
  if (!opensBlock && endsBlock) return `</${to.name}> has to stand behind the text that it ends`;
  if (!opensBlock && /\n[ \t]*\r?\n/.test(between))
    return `an empty line ends the paragraph that <${from.name}> begins in: put both tags on lines of their own`;
  return undefined;
}
