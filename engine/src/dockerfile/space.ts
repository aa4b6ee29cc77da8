/** White space as Go's `unicode.IsSpace` sees it. JavaScript's own `trim` differs on U+0085 and U+FEFF. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Index of the first character that is not white space; the length if there is none. */
export function skipSpace(text: string, from = 0): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

export function trimStart(text: string): string {
  const at = skipSpace(text);
  return at === 0 ? text : text.slice(at);
}

/** Go's `strings.TrimSpace`. */
export function trim(text: string): string {
  const start = skipSpace(text);
  let end = text.length;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** The white space that parts words of an instruction: `[\t\v\f\r ]`, ASCII only. */
const isBlank = (code: number): boolean =>
  code === 0x20 || code === 0x09 || code === 0x0b || code === 0x0c || code === 0x0d;

/** Words parted by blanks; an empty text has none. Leading blanks give an empty first word, as in BuildKit. */
export function splitBlanks(text: string): string[] {
  const words: string[] = [];
  if (text === "") return words;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isBlank(text.charCodeAt(at))) continue;
    words.push(text.slice(start, at));
    while (at + 1 < text.length && isBlank(text.charCodeAt(at + 1))) at++;
    start = at + 1;
  }
  words.push(text.slice(start));
  return words;
}

/** The first word and all that follows the blanks after it; undefined if there are no blanks. */
export function cutBlank(text: string): [string, string] | undefined {
  for (let at = 0; at < text.length; at++) {
    if (!isBlank(text.charCodeAt(at))) continue;
    let next = at + 1;
    while (next < text.length && isBlank(text.charCodeAt(next))) next++;
    return [text.slice(0, at), text.slice(next)];
  }
  return undefined;
}
