import type { Cursor } from "./cursor.ts";
import { NotRun } from "./syntax-problem.ts";
import type { Span } from "./tree.ts";

const simple: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The characters that a literal with backslashes stands for. Bytes are one character each. */
export function unescape(text: string, bytes: boolean, at: Span, cursor: Cursor): string {
  return text.replaceAll(
    /\\(?:([0-7]{1,3})|N\{([^}]*)\}|([xuU])([\da-fA-F]*)|([\s\S]))/g,
    (whole: string, octal?: string, name?: string, kind?: string, hex?: string, other?: string) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & (bytes ? 255 : 511));
      if (name !== undefined) {
        if (bytes) return whole;
        throw new NotRun(`the character name \\N{${name}}`, at.line);
      }
      if (kind !== undefined && hex !== undefined && !(bytes && kind !== "x")) {
        const width = digits[kind] ?? 2;
        const code = Number.parseInt(hex.slice(0, width), 16);
        if (hex.length < width || code > 0x10ffff) {
          const what = bytes
            ? `(value error) invalid \\x escape at position ${text.indexOf(whole)}`
            : `(unicode error) 'unicodeescape' codec can't decode bytes in position ${text.indexOf(whole)}-${text.indexOf(whole) + 1 + hex.length}: ${code > 0x10ffff ? "illegal Unicode character" : `truncated \\${kind}${"X".repeat(width)} escape`}`;
          throw cursor.wrong(what, at);
        }
        return String.fromCodePoint(code) + hex.slice(width);
      }
      if (other !== undefined) return simple[other] ?? whole;
      return whole;
    },
  );
}
