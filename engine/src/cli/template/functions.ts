import { encode } from "../../core/bytes.ts";
import { escapeAsGo } from "../../core/go-json.ts";
import { CallError } from "./call-error.ts";
import { isEqual, isLess } from "./compare.ts";
import { goType } from "./go-type.ts";
import { printf } from "./printf.ts";
import { isList, isMap, isTrue, json, NIL, print, type Value } from "./value.ts";

/** What a function takes, in Go's words; the evaluator holds arguments against it. */
export type Parameter = "string" | "int" | "[]string" | "any";

export interface TemplateFunction {
  readonly takes: readonly Parameter[];
  /** Any number more of these. */
  readonly more?: Parameter;
  /** @throws {CallError} */
  call(args: readonly Value[]): Value;
}

const text = (value: Value): string => (typeof value === "string" ? value : print(value));
const isNil = (value: Value): boolean => value === undefined || value === null || value === NIL;

/** Go's strings.Title: what follows a letter, a digit or `_` stays as it is. */
const title = (words: string): string =>
  words.replaceAll(
    /(^|[^\p{L}\p{Nd}_'])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );

/** As an argument: what is nothing is a nil of Go's. */
const shown = (value: Value): string => (value === undefined ? "<nil>" : print(value));

/** Go's Println: all arguments with a space between. */
const spaced = (args: readonly Value[]): string => args.map(shown).join(" ");

/** Go's Print: a space only between two arguments that are no strings. */
const close = (args: readonly Value[]): string =>
  args
    .map((value, i) =>
      i > 0 && typeof value !== "string" && typeof args[i - 1] !== "string"
        ? ` ${shown(value)}`
        : shown(value),
    )
    .join("");

function length(value: Value): number {
  if (typeof value === "string") return encode(value).length;
  if (isList(value)) return value.length;
  if (isMap(value)) return Object.keys(value).length;
  if (value === null) return 0;
  if (value === NIL) throw new CallError("len of nil pointer");
  if (value === undefined) throw new CallError("reflect: call of reflect.Value.Type on zero Value");
  throw new CallError(`len of type ${goType(value, false)}`);
}

/** A place in a list or text of that size; the end counts as one (text/template, funcs.go, indexArg). */
function place(key: Value, size: number): number {
  if (isNil(key)) throw new CallError("cannot index slice/array with nil");
  if (typeof key !== "number" || !Number.isInteger(key))
    throw new CallError(`cannot index slice/array with type ${goType(key, false)}`);
  if (key < 0 || key > size) throw new CallError(`index out of range: ${key}`);
  return key;
}

function index([first, ...keys]: readonly Value[]): Value {
  let value = first;
  if (value === undefined || value === null) throw new CallError("index of untyped nil");
  for (const key of keys) {
    if (isNil(value)) throw new CallError("index of nil pointer");
    if (isList(value)) {
      const at = place(key, value.length);
      if (at === value.length) throw new CallError("reflect: slice index out of range");
      value = value[at];
    } else if (typeof value === "string") {
      const bytes = encode(value);
      const at = place(key, bytes.length);
      if (at === bytes.length) throw new CallError("reflect: string index out of range");
      value = bytes[at];
    } else if (isMap(value)) {
      if (typeof key !== "string")
        throw new CallError(
          isNil(key)
            ? "value is nil; should be of type string"
            : `value has type ${goType(key, false)}; should be string`,
        );
      const others: readonly Value[] = Object.values(value);
      // What is not there is the zero of what the map holds.
      value = Object.hasOwn(value, key)
        ? value[key]
        : others.length === 0 || others.some((one) => typeof one === "string")
          ? ""
          : null;
    } else throw new CallError(`can't index item of type ${goType(value, false)}`);
  }
  return value;
}

function slice([value, ...keys]: readonly Value[]): Value {
  if (isNil(value)) throw new CallError("slice of untyped nil");
  if (keys.length > 3) throw new CallError(`too many slice indexes: ${keys.length}`);
  if (typeof value !== "string" && !isList(value))
    throw new CallError(`can't slice item of type ${goType(value, false)}`);
  if (typeof value === "string" && keys.length === 3) throw new CallError("cannot 3-index slice a string");
  const [from = 0, to = value.length] = keys.map((key) => place(key, value.length));
  if (from > to) throw new CallError(`invalid slice index: ${from} > ${to}`);
  return value.slice(from, to);
}

function pad([words, before, after]: readonly Value[]): string {
  if (Number(before) < 0 || Number(after) < 0) throw new CallError("strings: negative Repeat count");
  if (Number(before) > 10_000 || Number(after) > 10_000) throw new CallError("runtime error: out of memory");
  return words === "" ? "" : " ".repeat(Number(before)) + text(words) + " ".repeat(Number(after));
}

function truncate([words, size]: readonly Value[]): string {
  const [source, end] = [text(words), Number(size)];
  if (end < 0) throw new CallError(`runtime error: slice bounds out of range [:${end}]`);
  return source.length < end ? source : source.slice(0, end);
}

/** What is nothing is no value here. */
const plain = (args: readonly Value[]): string =>
  close(args.map((value) => (value === undefined ? print(value) : value)));

const HTML: Readonly<Record<string, string>> = {
  '"': "&#34;",
  "'": "&#39;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
};
const JS: Readonly<Record<string, string>> = { "\\": "\\\\", "'": "\\'", '"': '\\"' };
const forScript = (sign: string): string =>
  JS[sign] ?? `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
const forQuery = (words: string): string =>
  encodeURIComponent(words)
    .replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");

const of = (
  takes: readonly Parameter[],
  call: (args: readonly Value[]) => Value,
  more?: Parameter,
): TemplateFunction => (more === undefined ? { takes, call } : { takes, more, call });

/** What a template may call: Go's own (text/template, funcs.go), and those that the Docker client adds (docker/cli templates/templates.go). */
export const functions: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  ["json", of(["any"], ([value]) => json(value ?? null))],
  ["split", of(["string", "string"], ([words, by]) => text(words).split(text(by)))],
  [
    "join",
    of(["[]string", "string"], ([list, by]) =>
      (isList(list ?? null) ? (list as readonly Value[]) : []).map(print).join(text(by)),
    ),
  ],
  ["title", of(["string"], ([words]) => title(text(words)))],
  ["lower", of(["string"], ([words]) => text(words).toLowerCase())],
  ["upper", of(["string"], ([words]) => text(words).toUpperCase())],
  ["pad", of(["string", "int", "int"], pad)],
  ["truncate", of(["string", "int"], truncate)],
  ["println", of([], (args) => `${spaced(args)}\n`, "any")],
  ["print", of([], close, "any")],
  ["printf", of(["string"], ([format, ...args]) => printf(text(format), args), "any")],
  ["html", of([], (args) => plain(args).replaceAll(/["'&<>]/g, (sign) => HTML[sign] ?? sign), "any")],
  ["js", of([], (args) => plain(args).replaceAll(/[\\'"<>&=\p{Cc}]/gu, forScript), "any")],
  ["urlquery", of([], (args) => forQuery(plain(args)), "any")],
  [
    "call",
    of(
      ["any"],
      ([value]) => {
        throw new CallError(isNil(value) ? "call of nil" : `non-function of type ${goType(value, false)}`);
      },
      "any",
    ),
  ],
  ["len", of(["any"], ([value]) => length(value))],
  ["index", of(["any"], index, "any")],
  ["slice", of(["any"], slice, "any")],
  [
    "eq",
    of(
      ["any"],
      ([first, ...others]) => {
        if (others.length === 0) throw new CallError("missing argument for comparison");
        return others.some((other) => isEqual(first, other));
      },
      "any",
    ),
  ],
  ["ne", of(["any", "any"], ([a, b]) => !isEqual(a, b))],
  ["lt", of(["any", "any"], ([a, b]) => isLess(a, b))],
  ["le", of(["any", "any"], ([a, b]) => isLess(a, b) || isEqual(a, b))],
  ["gt", of(["any", "any"], ([a, b]) => !isLess(a, b) && !isEqual(a, b))],
  ["ge", of(["any", "any"], ([a, b]) => !isLess(a, b))],
  ["not", of(["any"], ([value]) => !isTrue(value))],
  // The evaluator stops at the first argument that decides.
  ["and", of(["any"], (args) => args.at(-1), "any")],
  ["or", of(["any"], (args) => args.at(-1), "any")],
]);

const asItIs = (...takes: Parameter[]): TemplateFunction => of(takes, ([value]) => value);

/** In the heading of a table these leave the name of the column as it is (docker/cli, HeaderFunctions). */
export const headingFunctions: ReadonlyMap<string, TemplateFunction> = new Map([
  ...functions,
  ["json", asItIs("string")],
  ["split", asItIs("string", "string")],
  ["join", asItIs("string", "string")],
  ["title", asItIs("string")],
  ["lower", asItIs("string")],
  ["upper", asItIs("string")],
  ["truncate", asItIs("string", "int")],
] as const);

/** The same where `json` indents by two (docker/buildx, util/imagetools/printers.go). */
export const indentedFunctions: ReadonlyMap<string, TemplateFunction> = new Map(functions).set("json", {
  takes: ["any"],
  call: ([value]) => escapeAsGo(JSON.stringify(JSON.parse(json(value)), null, 2)),
});
