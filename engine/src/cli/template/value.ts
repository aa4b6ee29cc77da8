import { formatDuration } from "../../build/plan/format-duration.ts";
import { notSimulated } from "../../core/engine-error.ts";
import { escapeAsGo } from "../../core/go-json.ts";

/** What a row can be asked with an argument: `{{.Label "tier"}}`. */
export type Methods = Readonly<Record<string, (argument: string) => string>>;

/** A row of a table seen from a template: its fields by name, and Go's name of its type for error messages. */
export class Row {
  readonly type: string;
  readonly fields: ReadonlyMap<string, Value>;
  readonly methods: Methods;

  constructor(type: string, fields: Readonly<Record<string, Value>>, methods: Methods = {}) {
    this.type = type;
    this.fields = new Map(Object.entries(fields));
    this.methods = methods;
  }
}

/** A pointer of Go's that points to nothing. */
class Nil {
  toJSON(): null {
    return null;
  }
}
export const NIL: Nil = new Nil();

/** A time.Duration of Go's: JSON has its nanoseconds, a template prints `1m30s`. */
export class Duration {
  readonly nanoseconds: number;

  constructor(nanoseconds: number) {
    this.nanoseconds = nanoseconds;
  }

  toJSON(): number {
    return this.nanoseconds;
  }
}

/** A time.Time of Go's: JSON has it in RFC 3339, a template prints `2026-11-02 08:00:00 +0000 UTC`. */
export class Time {
  readonly #iso: string;

  constructor(iso: string) {
    this.#iso = iso;
  }

  toJSON(): string {
    return this.#iso;
  }

  toString(): string {
    return this.#iso.replace(/T(.*)Z$/, " $1 +0000 UTC");
  }
}

/** A float64 of Go's that has no fraction; every other number says by itself what it is. */
export class WholeFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  toJSON(): number {
    return this.value;
  }
}

/**
 * A Go struct seen from a template: every field can be named, also one that is not set; its JSON leaves those out that are
 * not set, and keeps the struct's order.
 */
export class Struct {
  readonly fields: ReadonlyMap<string, Value>;
  readonly #omitted: (name: string) => boolean;

  /**
   * `zero` has every field in order, with what an unset one is.
   * @param omitted the fields that JSON leaves out where they are not set
   */
  constructor(
    zero: Readonly<Record<string, Value>>,
    set: Readonly<Record<string, Value>>,
    omitted: (name: string) => boolean = () => true,
  ) {
    this.fields = new Map(
      Object.keys(zero).map((name) => [name, isTrue(set[name]) ? set[name] : zero[name]]),
    );
    this.#omitted = omitted;
  }

  toJSON(): Record<string, Value> {
    return Object.fromEntries(
      [...this.fields].filter(([name, value]) => isTrue(value) || !this.#omitted(name)),
    );
  }
}

/** A struct that is two in one: its first fields belong to another struct inside, which only `%v` shows. */
export class Embedding extends Struct {
  readonly embedded: number;

  constructor(zero: Readonly<Record<string, Value>>, set: Readonly<Record<string, Value>>, embedded: number) {
    super(zero, set);
    this.embedded = embedded;
  }
}

/** A Go struct that says itself how it is printed. */
export class Spoken extends Struct {
  readonly #text: string;

  constructor(fields: Readonly<Record<string, Value>>, text: string) {
    super(fields, fields, () => false);
    this.#text = text;
  }

  override toString(): string {
    return this.#text;
  }
}

/** struct{} of Go's, as the values of maps that are sets. */
export const EMPTY: Struct = new Struct({}, {});

/** What a template works on: JSON, a Go struct, or a table's row. */
export type Value =
  | undefined
  | null
  | string
  | number
  | boolean
  | Row
  | Struct
  | Nil
  | Duration
  | Time
  | WholeFloat
  | readonly Value[]
  | { readonly [key: string]: Value };

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

export const isMap = (value: Value): value is { readonly [key: string]: Value } =>
  typeof value === "object" &&
  value !== null &&
  !isList(value) &&
  !(value instanceof Row) &&
  !(value instanceof Struct) &&
  !(value instanceof Nil) &&
  !(value instanceof Duration) &&
  !(value instanceof Time) &&
  !(value instanceof WholeFloat);

/** Go's truth of a value: not zero, not empty (text/template, "if"). */
export function isTrue(value: Value): boolean {
  if (isList(value)) return value.length > 0;
  if (isMap(value)) return Object.keys(value).length > 0;
  if (value instanceof Nil) return false;
  if (value instanceof Time) return true;
  if (value instanceof Duration) return value.nanoseconds !== 0;
  if (value instanceof WholeFloat) return value.value !== 0;
  return value instanceof Row || value instanceof Struct || Boolean(value);
}

/** A value as Go's `%v` prints it: `[a b]`, `map[k:v]`. */
export function print(value: Value): string {
  if (value === undefined) return "<no value>";
  if (value === null) return "[]";
  if (value instanceof Nil) return "<nil>";
  if (value instanceof Duration) return formatDuration(value.nanoseconds);
  if (value instanceof Time) return value.toString();
  if (isList(value)) return `[${value.map(print).join(" ")}]`;
  if (value instanceof WholeFloat) return String(value.value);
  if (value instanceof Row)
    throw notSimulated("a whole row in a template", "print what the client keeps of it, field by field");
  if (value instanceof Embedding) {
    const fields = [...value.fields.values()].map(print);
    return `{{${fields.slice(0, value.embedded).join(" ")}} {${fields.slice(value.embedded).join(" ")}}}`;
  }
  if (value instanceof Spoken) return value.toString();
  if (value instanceof Struct) return `{${[...value.fields.values()].map(print).join(" ")}}`;
  if (typeof value !== "object") return String(value);
  return `map[${Object.keys(value)
    .sort()
    .map((key) => `${key}:${print(value[key])}`)
    .join(" ")}]`;
}

/** JSON as a template's `json` writes it (docker/cli templates/templates.go): a row's is escaped for HTML (formatter/reflect.go), no other. */
export function json(value: Value): string {
  if (value instanceof Row) {
    const fields = [...value.fields].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return escapeAsGo(JSON.stringify(Object.fromEntries(fields)));
  }
  if (isList(value)) return `[${value.map(json).join(",")}]`;
  if (value instanceof Struct) {
    const set = Object.entries(value.toJSON());
    return `{${set.map(([name, field]) => `${JSON.stringify(name)}:${json(field)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
