/** A word of a template: what kind it is, its text, and where it begins. */
export interface Token {
  readonly kind:
    | "text"
    | "open"
    | "close"
    | "space"
    | "field"
    | "name"
    | "keyword"
    | "bool"
    | "variable"
    | "string"
    | "character"
    | "number"
    | "declare"
    | "assign"
    | "pipe"
    | "left"
    | "right"
    | "sign"
    | "error"
    | "end";
  readonly text: string;
  readonly at: number;
}

const KEYWORDS: ReadonlySet<string> = new Set(
  "block break continue define else end if range template with nil".split(" "),
);
const NUMBER =
  /[+-]?(?:0[xX][\da-fA-F_]*|0[bB][01_]*|0[oO][0-7_]*|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?/y;
const isSpace = (sign: string | undefined): boolean => sign !== undefined && /^[ \t\r\n]/.test(sign);
const isWord = (sign: string | undefined): boolean => sign !== undefined && /^[\p{L}\p{Nd}_]/u.test(sign);
const codePoint = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}${sign.trim() === "" ? "" : ` '${sign}'`}`;

/**
 * The words of a template (Go's text/template/parse, lex.go): text, and what stands between `{{` and `}}`, spaces included since
 * the grammar needs them. `{{- ` and ` -}}` take the white space beside them. What cannot be read ends the list as an error, which
 * counts where the parser comes to it.
 */
export function lex(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const emit = (kind: Token["kind"], text: string, from: number): void =>
    void tokens.push({ kind, text, at: from });
  const skipSpace = (): void => {
    while (isSpace(source[at])) at++;
  };
  for (;;) {
    const open = source.indexOf("{{", at);
    const trims = open >= 0 && source[open + 2] === "-" && isSpace(source[open + 3]);
    const raw = source.slice(at, open < 0 ? undefined : open);
    const text = trims ? raw.replace(/[ \t\r\n]+$/, "") : raw;
    if (text !== "") emit("text", text, at);
    if (open < 0) break;
    at = open + (trims ? 4 : 2);
    if (source.startsWith("/*", at)) {
      const end = source.indexOf("*/", at);
      const closes = end < 0 ? null : /^(?:}}|[ \t\r\n]-}})/.exec(source.slice(end + 2, end + 6));
      if (!closes) {
        emit("error", end < 0 ? "unclosed comment" : "comment ends before closing delimiter", at);
        return tokens;
      }
      at = end + 2 + closes[0].length;
      if (closes[0].length > 2) skipSpace();
      continue;
    }
    emit("open", "{{", open);
    const after = lexAction(source, at, emit);
    if (after === undefined) return tokens;
    at = after.at;
    if (after.trims) skipSpace();
  }
  emit("end", "", source.length);
  return tokens;
}

type Emit = (kind: Token["kind"], text: string, from: number) => void;

/** Reads up to behind `}}`. @returns where that is; undefined where an error ended it */
function lexAction(source: string, from: number, emit: Emit): { at: number; trims: boolean } | undefined {
  let at = from;
  let depth = 0;
  const fail = (text: string): undefined => {
    emit("error", text, at);
    return undefined;
  };
  const ends = (): boolean =>
    at >= source.length || isSpace(source[at]) || /^[.,|:()]/.test(source[at] ?? "");
  const terminated = (): boolean => ends() || source.startsWith("}}", at);
  const readWord = (): void => {
    while (isWord(letterAt(source, at))) at += letterAt(source, at).length;
  };
  for (;;) {
    const start = at;
    const trims = isSpace(source[at]) && source.startsWith("-}}", at + 1);
    if (trims || source.startsWith("}}", at)) {
      if (depth > 0) return fail("unclosed left paren");
      emit("close", "}}", at);
      return { at: at + (trims ? 4 : 2), trims };
    }
    const sign = letterAt(source, at);
    if (sign === "") return fail("unclosed action");
    at += sign.length;
    if (isSpace(sign)) {
      while (isSpace(source[at]) && !source.startsWith("-}}", at + 1)) at++;
      emit("space", source.slice(start, at), start);
    } else if (sign === "=") emit("assign", sign, start);
    else if (sign === ":") {
      if (source[at] !== "=") return fail("expected :=");
      at++;
      emit("declare", ":=", start);
    } else if (sign === "|") emit("pipe", sign, start);
    else if (sign === '"' || sign === "'" || sign === "`") {
      const pattern = sign === '"' ? /(?:[^"\\\n]|\\.)*"/y : sign === "'" ? /(?:[^'\\\n]|\\.)*'/y : /[^`]*`/y;
      pattern.lastIndex = at;
      const rest = pattern.exec(source)?.[0];
      if (rest === undefined)
        return fail(
          `unterminated ${{ '"': "quoted string", "'": "character constant", "`": "raw quoted string" }[sign]}`,
        );
      at += rest.length;
      emit(sign === "'" ? "character" : "string", sign + rest, start);
    } else if (sign === "$" || (sign === "." && !/^\d/.test(source[at] ?? ""))) {
      const alone = terminated();
      if (!alone) readWord();
      if (!terminated()) return fail(`bad character ${codePoint(letterAt(source, at))}`);
      emit(sign === "$" ? "variable" : alone ? "keyword" : "field", source.slice(start, at), start);
    } else if (/^[.+\-\d]/.test(sign)) {
      NUMBER.lastIndex = start;
      at = start + (NUMBER.exec(source)?.[0].length ?? 1);
      if (isWord(letterAt(source, at))) {
        at += letterAt(source, at).length;
        return fail(`bad number syntax: ${JSON.stringify(source.slice(start, at))}`);
      }
      emit("number", source.slice(start, at), start);
    } else if (isWord(sign)) {
      readWord();
      const word = source.slice(start, at);
      if (!terminated()) return fail(`bad character ${codePoint(letterAt(source, at))}`);
      emit(KEYWORDS.has(word) ? "keyword" : /^(?:true|false)$/.test(word) ? "bool" : "name", word, start);
    } else if (sign === "(") {
      depth++;
      emit("left", sign, start);
    } else if (sign === ")") {
      if (--depth < 0) return fail("unexpected right paren");
      emit("right", sign, start);
    } else if (/^[\x21-\x7e]$/.test(sign)) emit("sign", sign, start);
    else return fail(`unrecognized character in action: ${codePoint(sign)}`);
  }
}

const letterAt = (source: string, at: number): string => {
  const code = source.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
};
