import { encode } from "../../core/bytes.ts";
import { isList, isMap, isTrue, json, print, type Value } from "./value.ts";

/** Thrown by a function of a template; the evaluator adds the place. */
export class CallError extends Error {}

type TemplateFunction = (args: readonly Value[]) => Value;

const number = (value: Value): number => (typeof value === "number" ? value : Number.NaN);
const compare = (a: Value, b: Value): number =>
  typeof a === "string" && typeof b === "string" ? (a < b ? -1 : a > b ? 1 : 0) : number(a) - number(b);
const title = (text: string): string =>
  text.replaceAll(/(^|\s)(\S)/g, (_, space: string, letter: string) => space + letter.toUpperCase());

/** Go's Println: all arguments with a space between. */
const spaced = (args: readonly Value[]): string => args.map(print).join(" ");

/** Go's Print: a space only between two arguments that are no strings. */
const close = (args: readonly Value[]): string =>
  args
    .map((value, i) =>
      i > 0 && typeof value !== "string" && typeof args[i - 1] !== "string"
        ? ` ${print(value)}`
        : print(value),
    )
    .join("");

function length(value: Value): number {
  if (typeof value === "string") return encode(value).length;
  if (isList(value)) return value.length;
  if (isMap(value)) return Object.keys(value).length;
  if (value === null) return 0;
  throw new CallError("error calling len: len of nil pointer");
}

function index(args: readonly Value[]): Value {
  let [value] = args;
  for (const key of args.slice(1)) {
    if (isList(value)) {
      const at = number(key);
      if (!(at >= 0 && at < value.length))
        throw new CallError(`error calling index: reflect: slice index out of range`);
      value = value[at];
    } else if (isMap(value)) value = value[print(key)] ?? "";
    else if (value === null) throw new CallError("error calling index: index of nil pointer");
    else throw new CallError(`error calling index: can't index item of type ${typeof value}`);
  }
  return value;
}

function printf(args: readonly Value[]): string {
  const rest = args.slice(1);
  const done = print(args[0] ?? "").replaceAll(
    /%(-?)(0?)(\d*)(?:\.\d+)?([vsdqtx%])/g,
    (_, left: string, zero: string, size: string, verb: string) => {
      if (verb === "%") return "%";
      if (rest.length === 0) return `%!${verb}(MISSING)`;
      const value = rest.shift();
      const text = verb === "q" ? JSON.stringify(print(value)) : print(value);
      return left ? text.padEnd(Number(size)) : text.padStart(Number(size), zero ? "0" : " ");
    },
  );
  return rest.length > 0
    ? `${done}%!(EXTRA ${rest.map((value) => `${typeof value}=${print(value)}`).join(", ")})`
    : done;
}

function slice(args: readonly Value[]): Value {
  const [value, from, to] = args;
  if (typeof value !== "string" && !isList(value ?? null))
    throw new CallError("error calling slice: slice of untyped nil");
  return (value as string | readonly Value[]).slice(
    from === undefined ? 0 : number(from),
    to === undefined ? undefined : number(to),
  );
}

/** What a template may call: Go's own, and those that the Docker client adds (docker/cli templates/templates.go). */
export const functions: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  ["json", ([value]) => json(value ?? null)],
  ["split", ([text, by]) => print(text).split(print(by))],
  [
    "join",
    ([list, by]) => (isList(list ?? null) ? (list as readonly Value[]).map(print).join(print(by)) : ""),
  ],
  ["title", ([text]) => title(print(text))],
  ["lower", ([text]) => print(text).toLowerCase()],
  ["upper", ([text]) => print(text).toUpperCase()],
  [
    "pad",
    ([text, before, after]) =>
      print(text) === "" ? "" : " ".repeat(number(before)) + print(text) + " ".repeat(number(after)),
  ],
  ["truncate", ([text, size]) => print(text).slice(0, number(size))],
  ["println", (args) => `${spaced(args)}\n`],
  ["print", close],
  ["printf", printf],
  ["len", ([value]) => length(value)],
  ["index", index],
  ["slice", slice],
  ["eq", ([first, ...others]) => others.some((other) => print(other) === print(first))],
  ["ne", ([a, b]) => print(a) !== print(b)],
  ["lt", ([a, b]) => compare(a, b) < 0],
  ["le", ([a, b]) => compare(a, b) <= 0],
  ["gt", ([a, b]) => compare(a, b) > 0],
  ["ge", ([a, b]) => compare(a, b) >= 0],
  ["not", ([value]) => !isTrue(value)],
  ["and", (args) => args.find((value) => !isTrue(value)) ?? args.at(-1)],
  ["or", (args) => args.find(isTrue) ?? args.at(-1)],
]);
