/*
 * Terminal controls, bidirectional overrides, line and paragraph separators, lone surrogates: nothing of it may reach a terminal or a log.
 * Joiners belong to the spelling of Persian and Indic names, and to emoji: there they stay.
 */
const SPELT = String.raw`[[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]--[\u0000-\u02ff]]`;
const JOINER = String.raw`[\u200c\u200d]`;
const UNSEEN = new RegExp(
  String.raw`[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}|${JOINER}(?!${SPELT})|(?<!${SPELT})${JOINER}`,
  "gv",
);

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Learner text on one line of a terminal: what cannot be seen is written as `\u001b`. */
export const visible = (text: string): string => text.replace(UNSEEN, escaped);

/** The same for several lines, as an error's stack is. */
export const visibleLines = (text: string): string => text.split("\n").map(visible).join("\n");

/** The same for text that is JSON already: such escapes mean the very character there. */
export const visibleJson = (json: string): string =>
  json.replace(UNSEEN, (char) => (char === "\n" ? char : escaped(char)));
