/* Terminal controls, bidirectional overrides, line and paragraph separators, lone surrogates: nothing of it may reach a terminal or a log. */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Learner text on one line of a terminal: what cannot be seen is written as `\u001b`. */
export const visible = (text: string): string => text.replace(UNSEEN, escaped);

/** The same for several lines, as an error's stack is. */
export const visibleLines = (text: string): string => text.split("\n").map(visible).join("\n");

/** The same for text that is JSON already: such escapes mean the very character there. */
export const visibleJson = (json: string): string =>
  json.replace(UNSEEN, (char) => (char === "\n" ? char : escaped(char)));
