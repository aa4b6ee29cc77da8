import { escapeAsGo } from "../../core/go-json.ts";
/** A row of a table seen from a template: its fields by name, and Go's name of its type for error messages. */
export class Row {
  readonly type: string;
  readonly fields: ReadonlyMap<string, string>;

  constructor(type: string, fields: Readonly<Record<string, string>>) {
    this.type = type;
    this.fields = new Map(Object.entries(fields));
  }
}

/**
 * A Go struct seen from a template: every field can be named, also one that is not set; its JSON has the set ones only, in
 * the struct's order.
 */
export class Struct {
  readonly fields: ReadonlyMap<string, Value>;

  /** `zero` has every field in order, with what an unset one is. */
  constructor(zero: Readonly<Record<string, Value>>, set: Readonly<Record<string, Value>>) {
    this.fields = new Map(
      Object.keys(zero).map((name) => [name, isTrue(set[name]) ? set[name] : zero[name]]),
    );
  }

  toJSON(): unknown {
    return Object.fromEntries([...this.fields].filter(([, value]) => isTrue(value)));
  }
}

/** What a template works on: JSON, a Go struct, or a table's row. */
export type Value =
  | undefined
  | null
  | string
  | number
  | boolean
  | Row
  | Struct
  | readonly Value[]
  | { readonly [key: string]: Value };

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

export const isMap = (value: Value): value is { readonly [key: string]: Value } =>
  typeof value === "object" &&
  value !== null &&
  !isList(value) &&
  !(value instanceof Row) &&
  !(value instanceof Struct);

/** Go's truth of a value: not zero, not empty (text/template, "if"). */
export function isTrue(value: Value): boolean {
  if (isList(value)) return value.length > 0;
  if (isMap(value)) return Object.keys(value).length > 0;
  return value instanceof Row || value instanceof Struct || Boolean(value);
}

/** A value as Go's `%v` prints it: `[a b]`, `map[k:v]`. */
export function print(value: Value): string {
  if (value === undefined) return "<no value>";
  if (value === null) return "[]";
  if (isList(value)) return `[${value.map(print).join(" ")}]`;
  if (value instanceof Row || value instanceof Struct)
    return `{${[...value.fields.values()].map(print).join(" ")}}`;
  if (typeof value !== "object") return String(value);
  return `map[${Object.keys(value)
    .sort()
    .map((key) => `${key}:${print(value[key])}`)
    .join(" ")}]`;
}

/** JSON as Go's encoder writes it. */
export function json(value: Value): string {
  const plain: unknown = value instanceof Row ? Object.fromEntries(value.fields) : value;
  return escapeAsGo(JSON.stringify(plain) ?? "null");
}
