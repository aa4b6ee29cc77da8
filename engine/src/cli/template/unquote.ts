const ESCAPES: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\\": "\\",
};

/** The text of a Go literal, quotes included: `"a\n"`, `'x'`, or raw between back quotes (strconv.Unquote); undefined where it is none. */
export function unquote(literal: string): string | undefined {
  const quote = literal[0] ?? "";
  const inner = literal.slice(1, -1);
  if (quote === "`") return inner.replaceAll("\r", "");
  let isWrong = false;
  const text = inner.replaceAll(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/g,
    (_, byte?: string, short?: string, long?: string, octal?: string, sign: string = "") => {
      const hex = byte ?? short ?? long;
      const code = hex === undefined ? Number.parseInt(octal ?? "", 8) : Number.parseInt(hex, 16);
      if (!Number.isNaN(code) && code <= 0x10ffff) return String.fromCodePoint(code);
      if (sign === quote) return sign;
      isWrong ||= !Object.hasOwn(ESCAPES, sign);
      return ESCAPES[sign] ?? "";
    },
  );
  return isWrong ? undefined : text;
}
