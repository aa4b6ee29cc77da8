const asciiWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;

/** `\w`: what `str.isalnum` takes, and `_`. */
export function isWord(code: number, ascii: boolean): boolean {
  if (code < 128 || ascii) return asciiWord(code);
  return /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
}

function isDigit(code: number, ascii: boolean): boolean {
  if (code < 128 || ascii) return code >= 48 && code <= 57;
  return /\p{Nd}/u.test(String.fromCodePoint(code));
}

/** `\s`: what `str.isspace` takes, which has the four separators of ASCII; bytes do without them. */
function isSpace(code: number, ascii: boolean): boolean {
  if ((code >= 9 && code <= 13) || code === 32) return true;
  if (ascii) return false;
  if (code < 128) return code >= 28 && code <= 31;
  return code === 0x85 || (code !== 0xfe_ff && /\s/.test(String.fromCodePoint(code)));
}

/** What `\d`, `\w`, `\s` and their opposites take; undefined for another letter. */
export function category(letter: string, ascii: boolean): ((code: number) => boolean) | undefined {
  switch (letter) {
    case "d":
      return (code) => isDigit(code, ascii);
    case "D":
      return (code) => !isDigit(code, ascii);
    case "s":
      return (code) => isSpace(code, ascii);
    case "S":
      return (code) => !isSpace(code, ascii);
    case "w":
      return (code) => isWord(code, ascii);
    case "W":
      return (code) => !isWord(code, ascii);
    default:
      return undefined;
  }
}
