import { expandWords } from "./expand.ts";
import type { Heredoc } from "./instruction.ts";

const NOTHING: ReadonlyMap<string, string> = new Map();

/** What a word such as `3<<-'EOF'` announces. */
export type HeredocStart = Pick<Heredoc, "name" | "expand" | "chomp" | "fileDescriptor">;

/** Reads one word; undefined if it starts no heredoc, an error where its quotes do not close. */
export function readHeredocWord(word: string): HeredocStart | { readonly error: string } | undefined {
  const arrows = word.indexOf("<<");
  if (arrows < 0) return undefined;
  const digits = word.slice(0, arrows);
  if (!/^\d*$/.test(digits)) return undefined;
  const chomp = word[arrows + 2] === "-";
  const rest = word.slice(arrows + (chomp ? 3 : 2)).replace(/^[\t\n\f\r ]+/, "");
  if (rest === "" || rest.includes("<")) return undefined;
  // The heredoc escape is always a backslash, whatever the escape directive says.
  const plain = expandWords(rest, NOTHING, "\\", { keepUnset: true });
  if ("error" in plain) return plain;
  const [name] = plain.words;
  if (name === undefined || plain.words.length !== 1) return undefined;
  const raw = expandWords(rest, NOTHING, "\\", { keepUnset: true, rawQuotes: true });
  if ("error" in raw) return raw;
  const expand = quotes(name) === quotes(raw.words[0] ?? "");
  return { name, expand, chomp, fileDescriptor: digits === "" ? 0 : Number(digits) };
}

const quotes = (text: string): number => text.split(/['"]/).length;

/** All heredocs that a line announces, in order; a line whose quotes do not close announces none. */
export function findHeredocs(line: string): readonly HeredocStart[] | { readonly error: string } {
  const split = expandWords(line, NOTHING, "\\", { keepUnset: true, rawQuotes: true, rawEscapes: true });
  if ("error" in split) return [];
  const found: HeredocStart[] = [];
  for (const word of split.words) {
    const start = readHeredocWord(word);
    if (start === undefined) continue;
    if ("error" in start) return start;
    found.push(start);
  }
  return found;
}

/** A heredoc's text without leading tabs on any line, as `<<-` asks. */
const withoutTabs = (content: string): string => content.replace(/(^|\n)\t+/g, "$1");

/** The text as a program sees it. */
export const heredocText = (heredoc: Heredoc): string =>
  heredoc.chomp ? withoutTabs(heredoc.content) : heredoc.content;
