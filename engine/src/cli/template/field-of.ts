import { goType } from "./go-type.ts";
import { isRealMap } from "./real-map.ts";
import { Typed } from "./typed.ts";
import { isMap, NIL, Row, Struct, type Value } from "./value.ts";

/**
 * A field of a value, as `.Name` asks for it (Go's text/template, exec.go, evalField).
 *
 * A map's key that is not there is no value; with `raw` it is an error, and so it is always where the map stands for a struct.
 */
export function fieldOf(
  value: Value,
  name: string,
  raw: boolean,
): { readonly value: Value } | { readonly error: string } {
  if (value === undefined)
    return raw ? { error: `nil data; no entry for key ${JSON.stringify(name)}` } : { value: undefined };
  if (value === null || value === NIL) return { error: `nil pointer evaluating interface {}.${name}` };
  if (value instanceof Row || value instanceof Struct) {
    if (value.fields.has(name)) return { value: value.fields.get(name) };
    return value instanceof Row || value instanceof Typed
      ? { error: `can't evaluate field ${name} in type ${value.type}` }
      : { error: `map has no entry for key ${JSON.stringify(name)}` };
  }
  if (!isMap(value)) return { error: `can't evaluate field ${name} in type ${typeOf(value, raw)}` };
  if (Object.hasOwn(value, name)) return { value: value[name] };
  return !raw && isRealMap(value)
    ? { value: undefined }
    : { error: `map has no entry for key ${JSON.stringify(name)}` };
}

/** What a JSON decoder puts into a map is of no type until somebody looks. */
const typeOf = (value: Value, raw: boolean): string => (raw ? "interface {}" : goType(value, raw));
