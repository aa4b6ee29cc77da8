/** A value as dash and ash write it so that it reads back: `'it'"'"'s'`. */
export const quoted = (text: string): string =>
  text
    .split(/('+)/)
    .filter((part, i) => part !== "" || (i === 0 && text === ""))
    .map((part) => (part.startsWith("'") ? `"${part}"` : `'${part}'`))
    .join("");

/** The same as bash writes it: `'it'\\''s'`, and `$'a\\nb'` where there are control characters. */
export const bashQuoted = (text: string): string =>
  /\p{Cc}/u.test(text)
    ? `$'${text.replaceAll(/[\\']/g, "\\$&").replaceAll(/\p{Cc}/gu, control)}'`
    : `'${text.replaceAll("'", "'\\''")}'`;

const NAMED: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\x1b": "\\E",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
};
const control = (character: string): string =>
  NAMED[character] ?? `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;
