import type { Json } from "./json.ts";

/** Text that is no JSON, in jq's words and with the place where it noticed (jv_parse.c). */
export class JsonProblem {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

const DEPTH = 256;
const ESCAPES: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  '"': '"',
  "\\": "\\",
  "/": "/",
};
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** A half-read array or object, or the key whose value comes next. */
type Open =
  | { readonly kind: "array"; readonly items: Json[] }
  | { readonly kind: "object"; readonly entries: Map<string, Json> }
  | { readonly kind: "key"; readonly key: string };

/**
 * The values of a text that follow one another.
 *
 * A value is handed out as soon as it is complete, so that what stands before a mistake is worked on first. `onLine` is
 * told how many lines were read by then, the one in which the value ends included.
 * @throws {JsonProblem} at the first mistake
 */
export function* readJson(text: string, onLine?: (lines: number) => void): Generator<Json> {
  const stack: Open[] = [];
  let next: { readonly value: Json } | undefined;
  let line = 1;
  let column = 0;
  const fail = (words: string, atEnd = false): never => {
    throw new JsonProblem(`${words} at ${atEnd ? "EOF at " : ""}line ${line}, column ${column}`);
  };
  const give = (value: Json): void => {
    if (next) fail("Expected separator between values");
    next = { value };
  };
  const push = (open: Open): void => {
    if (stack.length >= DEPTH) fail("Exceeds depth limit for parsing");
    stack.push(open);
  };
  /** Puts the value that is complete where it belongs. */
  const store = (): boolean => {
    const top = stack.at(-1);
    if (!next) return true;
    if (top?.kind === "array") top.items.push(next.value);
    else if (top?.kind === "key") {
      stack.pop();
      const outer = stack.at(-1);
      if (outer?.kind === "object") outer.entries.set(top.key, next.value);
    } else return false;
    next = undefined;
    return true;
  };
  const structural = (sign: string): void => {
    const top = stack.at(-1);
    if (sign === "[" || sign === "{") {
      if (next) fail("Expected separator between values");
      push(sign === "[" ? { kind: "array", items: [] } : { kind: "object", entries: new Map() });
    } else if (sign === ":") {
      if (!next) fail("Expected string key before ':'");
      if (top?.kind !== "object") fail("':' not as part of an object");
      const key = next?.value;
      if (typeof key !== "string") return fail("Object keys must be strings");
      push({ kind: "key", key });
      next = undefined;
    } else if (sign === ",") {
      if (!next) fail("Expected value before ','");
      if (!top) fail("',' not as part of an object or array");
      if (!store()) fail("Objects must consist of key:value pairs");
    } else if (sign === "]") {
      if (top?.kind !== "array") return fail("Unmatched ']'");
      if (next) store();
      else if (top.items.length > 0) fail("Expected another array element");
      stack.pop();
      next = { value: top.items };
    } else {
      if (!top) fail("Unmatched '}'");
      if (next) {
        if (!store()) fail("Objects must consist of key:value pairs");
      } else if (top?.kind !== "object") fail("Unmatched '}'");
      else if (top.entries.size > 0) fail("Expected another key-value pair");
      const object = stack.pop();
      if (object?.kind !== "object") return fail("Objects must consist of key:value pairs");
      next = { value: object.entries };
    }
  };
  let at = 0;
  // jq is given its input line by line.
  const told = (): void => onLine?.(text.indexOf("\n", at) < 0 ? line - 1 : line);
  while (at < text.length) {
    const sign = text[at] ?? "";
    if (sign === "\n") {
      line++;
      column = 0;
      at++;
    } else if (/[ \t\r]/.test(sign)) {
      column++;
      at++;
    } else if (sign === '"') {
      if (next && stack.length === 0) {
        told();
        yield next.value;
        next = undefined;
      }
      const end = endOfString(text, at + 1);
      const raw = text.slice(at + 1, end);
      for (const unit of Array.from(raw)) {
        if (unit === "\n") {
          line++;
          column = 0;
        } else column += utf8Length(unit);
      }
      column += end < text.length ? 2 : 1;
      if (end >= text.length) fail("Unfinished string", true);
      const read = unescape(raw);
      if (read === undefined) fail("Invalid escape");
      give(read ?? "");
      at = end + 1;
    } else if ("[]{},:".includes(sign)) {
      if (next && stack.length === 0 && "[{".includes(sign)) {
        told();
        yield next.value;
        next = undefined;
      }
      column++;
      structural(sign);
      at++;
    } else {
      let end = at;
      while (end < text.length && !/[\s"[\]{},:]/.test(text[end] ?? "")) end++;
      const word = text.slice(at, end);
      if (next && stack.length === 0) {
        told();
        yield next.value;
        next = undefined;
      }
      // jq looks at a word when it has read what stands behind it.
      column += Array.from(word).reduce((sum, unit) => sum + utf8Length(unit), 0);
      const behind = text[end];
      const [wasLine, wasColumn] = [line, column];
      if (behind === "\n") {
        line++;
        column = 0;
      } else if (behind !== undefined) column++;
      give(literal(word, (words) => fail(words, behind === undefined)));
      [line, column] = [wasLine, wasColumn];
      at = end;
    }
    if (next && stack.length === 0 && /[\s]/.test(text[at] ?? " ")) {
      const { value } = next;
      next = undefined;
      told();
      yield value;
    }
  }
  if (stack.length > 0) fail("Unfinished JSON term", true);
  told();
  if (next) yield next.value;
}

const utf8Length = (unit: string): number => {
  const code = unit.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** What the escapes of a JSON string stand for; undefined where one is none. */
function unescape(raw: string): string | undefined {
  if (!raw.includes("\\")) return raw;
  let wrong = false;
  const text = raw.replaceAll(
    /\\(?:u([0-9a-fA-F]{4})|([^]))/g,
    (_, hex: string | undefined, letter: string | undefined) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      const meant = ESCAPES[letter ?? ""];
      if (meant === undefined) wrong = true;
      return meant ?? "";
    },
  );
  return wrong
    ? undefined
    : text.replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

function literal(word: string, fail: (words: string) => never): Json {
  if (word === "true") return true;
  if (word === "false") return false;
  if (word === "null") return null;
  if (word === "nan") return Number.NaN;
  if (/^[tfn]/.test(word)) return fail("Invalid literal");
  if (!NUMBER.test(word)) return fail("Invalid numeric literal");
  return Number(word);
}
