const one = (text: string, code: number): number => {
  const found = text.codePointAt(0) ?? code;
  return String.fromCodePoint(found).length === text.length ? found : code;
};

/** The lower-case form of a code point, where that is one code point. */
export function lower(code: number, ascii: boolean): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return ascii ? code : one(String.fromCodePoint(code).toLowerCase(), code);
}

/** All the forms of a code point that are the same where case does not count. */
export function cases(code: number, ascii: boolean): readonly number[] {
  const small = lower(code, ascii);
  const large =
    code < 128 || ascii
      ? small >= 97 && small <= 122
        ? small - 32
        : small
      : one(String.fromCodePoint(small).toUpperCase(), small);
  return [code, small, large];
}
