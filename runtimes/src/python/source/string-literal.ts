import { Cursor } from "./cursor.ts";
import { NotRun } from "./syntax-problem.ts";
import { readString } from "./read-string.ts";
import type { Token } from "./token.ts";
import { tokenise } from "./tokenise.ts";
import type { Expression, FormatPart, Span } from "./tree.ts";
import { unescape } from "./unescape.ts";

type Read = (cursor: Cursor) => Expression;

/** One or more string literals side by side: a string, bytes, or an f-string. */
export function stringLiteral(cursor: Cursor, read: Read): Expression {
  const start = cursor.peek().at;
  const parts: FormatPart[] = [];
  let formatted = false;
  let bytes: boolean | null = null;
  while (cursor.isKind("string")) {
    const token = cursor.next();
    const [, prefix = "", quote = "'"] = /^([a-zA-Z]*)('''|"""|'|")/.exec(token.text) ?? [];
    const kind = prefix.toLowerCase();
    const isBytes = kind.includes("b");
    if (bytes !== null && bytes !== isBytes)
      throw cursor.wrong("cannot mix bytes and nonbytes literals", cursor.since(start));
    bytes = isBytes;
    const body = token.text.slice(prefix.length + quote.length, -quote.length);
    if (isBytes && /[^\0-\x7f]/.test(body))
      throw cursor.wrong("bytes can only contain ASCII literal characters", token.at);
    const plain = (text: string): string =>
      kind.includes("r") ? text : unescape(text, isBytes, token.at, cursor);
    if (kind.includes("f")) {
      formatted = true;
      parts.push(
        ...fields(body, 0, plain, { cursor, read, token, opening: prefix.length + quote.length }).parts,
      );
    } else parts.push(plain(body));
  }
  const at = cursor.since(start);
  if (formatted) return { type: "Format", parts: joined(parts), at };
  return {
    type: "String",
    value: parts.filter((part) => typeof part === "string").join(""),
    bytes: bytes === true,
    at,
  };
}

function joined(parts: readonly FormatPart[]): FormatPart[] {
  const result: FormatPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part;
    else if (part !== "") result.push(part);
  }
  return result;
}

interface Around {
  readonly cursor: Cursor;
  readonly read: Read;
  readonly token: Token;
  /** Where the body begins in the token's text. */
  readonly opening: number;
}

/** Text with `{fields}`, up to the end or, in a format spec, to the `}` that ends it. */
function fields(
  body: string,
  from: number,
  plain: (text: string) => string,
  around: Around,
  inSpec = false,
): { parts: FormatPart[]; end: number } {
  const parts: FormatPart[] = [];
  let text = "";
  let place = from;
  const flush = (): void => {
    if (text) parts.push(plain(text));
    text = "";
  };
  while (place < body.length) {
    const character = body[place] ?? "";
    if (character === "}" && inSpec) break;
    if ((character === "{" || character === "}") && body[place + 1] === character && !inSpec) {
      text += character;
      place += 2;
    } else if (character === "{") {
      flush();
      const field = replacement(body, place + 1, plain, around);
      parts.push(field.part);
      place = field.end;
    } else if (character === "}") {
      throw around.cursor.wrong("f-string: single '}' is not allowed", around.token.at);
    } else if (character === "\\" && body.startsWith("\\N{", place)) {
      const close = body.indexOf("}", place);
      text += body.slice(place, close + 1);
      place = close + 1;
    } else {
      text += character;
      place++;
    }
  }
  flush();
  return { parts, end: place };
}

/** One `{value!r:spec}`, its brace already read. */
function replacement(
  body: string,
  from: number,
  plain: (text: string) => string,
  around: Around,
): { part: FormatPart; end: number } {
  const { cursor, read, token } = around;
  const end = expressionEnd(body, from, cursor.version);
  if (end < 0) throw cursor.wrong("f-string: expecting '}'", token.at);
  let source = body.slice(from, end);
  let label = "";
  if (/[^=!<>]=\s*$/.test(source)) {
    label = source;
    source = source.replace(/=\s*$/, "");
  }
  if (source.trim() === "")
    throw cursor.wrong(
      cursor.version >= 12
        ? `f-string: valid expression required before '${body[end] ?? "}"}'`
        : "f-string: empty expression not allowed",
      token.at,
    );
  const value = inner(source, from, around, read);
  let place = end;
  let conversion = "";
  if (body[place] === "!") {
    conversion = /^[rsa]/.exec(body.slice(place + 1))?.[0] ?? "";
    if (!conversion || !"}:".includes(body[place + 2] ?? "x"))
      throw cursor.wrong("f-string: invalid conversion character: expected 's', 'r', or 'a'", token.at);
    place += 2;
  }
  let spec: readonly FormatPart[] = [];
  if (body[place] === ":") {
    const read = fields(body, place + 1, plain, around, true);
    spec = read.parts;
    place = read.end;
  }
  if (body[place] !== "}") throw cursor.wrong("f-string: expecting '}'", token.at);
  return { part: { value, conversion, spec, label }, end: place + 1 };
}

/** The expression inside braces, its places moved to those of the file. */
function inner(source: string, from: number, { cursor, token, opening }: Around, read: Read): Expression {
  // In parentheses, so that line breaks and leading blanks mean nothing.
  const { tokens } = tokenise(`(${source})`, cursor.version);
  const before = token.text.slice(0, opening + from).split("\n");
  const line = token.at.line + before.length - 1;
  const column = (before.length === 1 ? token.at.column : 0) + (before.at(-1)?.length ?? 0) - 1;
  const move = (at: Span): Span => ({
    line: line + at.line - 1,
    column: at.line === 1 ? column + at.column : at.column,
    endLine: line + at.endLine - 1,
    endColumn: at.endLine === 1 ? column + at.endColumn : at.endColumn,
  });
  // Until Python 3.11 a field has no place of its own.
  const moved = tokens.map((one) => ({ ...one, at: cursor.version >= 12 ? move(one.at) : token.at }));
  const nested = new Cursor(moved, cursor.version);
  nested.within = cursor.within;
  nested.expect("(");
  const value = cursor.deeper(() => read(nested));
  if (nested.is(":=")) throw new NotRun("an assignment inside an f-string", token.at.line);
  nested.expect(")");
  return value;
}

/** Where the expression of a field ends: at `!`, `:` or `}` outside brackets and strings; -1 if nowhere. */
function expressionEnd(body: string, from: number, version: number): number {
  let depth = 0;
  for (let place = from; place < body.length; place++) {
    const character = body[place] ?? "";
    const inner = /\w/.test(body[place - 1] ?? "")
      ? null
      : readString(body.slice(place).split("\n"), 0, 0, version);
    if (inner) place += inner.text.length - 1;
    else if ("([{".includes(character)) depth++;
    else if (depth > 0 && ")]}".includes(character)) depth--;
    else if (depth === 0 && (character === "}" || character === ":")) return place;
    else if (depth === 0 && character === "!" && body[place + 1] !== "=") return place;
  }
  return -1;
}
