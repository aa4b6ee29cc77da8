import { TemplateError } from "./template-error.ts";

export interface Token {
  readonly kind:
    | "text"
    | "open"
    | "close"
    | "field"
    | "name"
    | "variable"
    | "string"
    | "number"
    | "mark"
    | "end";
  readonly text: string;
  readonly line: number;
  /** Column, counted from 0. */
  readonly at: number;
  /** White space stands before it. */
  readonly spaced?: boolean;
}

const TOKEN = /\.[A-Za-z_]\w*|[A-Za-z_]\w*|\$\w*|"(?:[^"\\\n]|\\.)*"|`[^`]*`|-?\d+(?:\.\d+)?|:=|[.()|,=]/y;

/** Splits a template into text and the words of its actions. `{{-` and `-}}` trim the text beside them. */
export function lex(source: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  let at = 0;
  let trim = false;
  const seen = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      if (source[i] !== "\n") continue;
      line++;
      lineStart = i + 1;
    }
  };
  while (at < source.length) {
    const open = source.indexOf("{{", at);
    let text = source.slice(at, open < 0 ? undefined : open);
    if (trim) text = text.trimStart();
    const tight = open >= 0 && /^-\s/.test(source.slice(open + 2, open + 4));
    if (tight) text = text.trimEnd();
    if (text !== "") tokens.push({ kind: "text", text, line, at: at - lineStart });
    seen(at, open < 0 ? source.length : open);
    if (open < 0) break;
    tokens.push({ kind: "open", text: "{{", line, at: open - lineStart });
    at = open + (tight ? 3 : 2);
    trim = false;
    const comment = /^\s*\/\*/.exec(source.slice(at, at + 20));
    if (comment) {
      const end = source.indexOf("*/", at);
      if (end < 0) throw new TemplateError(`template: :${line}: unclosed comment`);
      seen(at, end);
      at = end + 2;
    }
    for (let spaced = false; ; spaced = true) {
      const space = /^\s*/.exec(source.slice(at))?.[0] ?? "";
      spaced = space !== "";
      seen(at, at + space.length);
      at += space.length;
      if (spaced && source.startsWith("-}}", at)) {
        at++;
        trim = true;
      }
      if (source.startsWith("}}", at)) break;
      if (at >= source.length) throw new TemplateError(`template: :${line}: unclosed action`);
      TOKEN.lastIndex = at;
      const word = TOKEN.exec(source)?.[0];
      if (word === undefined) {
        const sign = source[at] ?? "";
        const reason =
          sign === '"'
            ? "unterminated quoted string"
            : sign === "}"
              ? 'unexpected "}" in operand'
              : `unexpected ${JSON.stringify(sign)} in operand`;
        throw new TemplateError(`template: :${line}: ${reason}`);
      }
      tokens.push({ ...classify(word), line, at: at - lineStart, spaced });
      at += word.length;
    }
    tokens.push({ kind: "close", text: comment ? "comment" : "}}", line, at: at - lineStart });
    at += 2;
  }
  return tokens;
}

function classify(word: string): Pick<Token, "kind" | "text"> {
  if (word.startsWith('"')) return { kind: "string", text: unquote(word) };
  if (word.startsWith("`")) return { kind: "string", text: word.slice(1, -1) };
  if (word.startsWith("$")) return { kind: "variable", text: word };
  if (/^\.\w/.test(word)) return { kind: "field", text: word.slice(1) };
  if (/^[A-Za-z_]/.test(word)) return { kind: "name", text: word };
  return { kind: /^-?\d/.test(word) ? "number" : "mark", text: word };
}

function unquote(word: string): string {
  const escapes: Record<string, string> = { n: "\n", t: "\t", r: "\r", '"': '"', "\\": "\\", a: "\u0007" };
  return word.slice(1, -1).replaceAll(/\\(.)/g, (whole, sign: string) => escapes[sign] ?? whole);
}
