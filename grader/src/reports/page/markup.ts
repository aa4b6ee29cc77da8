import { visibleLines } from "../visible.ts";

const NAMES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text of anybody as HTML, in an element or in a quoted attribute: no tag, no entity, nothing unseen. */
export const escaped = (text: string): string =>
  visibleLines(text).replace(/[&<>"']/g, (char) => NAMES[char] ?? char);

/** A learner's name: of whichever direction its script is, the words beside it keep theirs. */
export const name = (text: string): string => `<bdi>${escaped(text)}</bdi>`;

/** A sentence of a verdict: what stands between backquotes becomes code. */
export const sentence = (text: string): string =>
  escaped(text).replace(/`([^`]*)`/g, (_, code: string) => `<code>${code}</code>`);
