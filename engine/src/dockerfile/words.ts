import { isSpace } from "./space.ts";

/**
 * Words of ENV, LABEL and ARG: parted by white space, quotes kept and holding white space together.
 * An escape character keeps the next character in the word; at the very end it is dropped.
 */
export function splitWords(text: string, escape: string): string[] {
  const words: string[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    while (at < length && isSpace(text.charCodeAt(at))) at++;
    if (at >= length) break;
    let start = at;
    let word = "";
    let quoted = false;
    let quote = "";
    for (; at < length; at++) {
      const character = text[at] ?? "";
      if (quote === "" && isSpace(text.charCodeAt(at))) break;
      if (character === escape && quote !== "'") {
        if (at + 1 < length) at++;
        else {
          word += text.slice(start, at);
          start = length;
        }
      } else if (character === quote) {
        quote = "";
      } else if (quote === "" && (character === "'" || character === '"')) {
        quote = character;
        quoted = true;
      }
    }
    word += text.slice(start, at);
    if (quoted || word !== "") words.push(word);
  }
  return words;
}
